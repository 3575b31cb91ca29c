package io.beep.projection.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What of a thing an act set, by the names that events give it. A value is a text, a number, a
 * truth value, or a list of texts; null for one that is there no more.
 */
final class Fields {

  static final Fields NONE = new Fields(Map.of());

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Map<String, @Nullable Object> values;

  private Fields(Map<String, @Nullable Object> values) {
    this.values = values;
  }

  static Fields of(String name, @Nullable Object value) {
    return NONE.and(name, value);
  }

  Fields and(String name, @Nullable Object value) {
    Map<String, @Nullable Object> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Fields(more);
  }

  String json() {
    return JSON.writeValueAsString(values);
  }
}
