package io.beep.acceptance.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A body with one field that is wrong.
 *
 * @param name what is wrong with it, as reports show it
 * @param field the one that the answer must name
 */
public record BadBody(String name, String json, String field) {

  /** A right body whose field has been given this value. */
  public static BadBody with(
      String name, Map<String, ?> right, String field, @Nullable Object value) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>(right);
    body.put(field, value);
    return new BadBody(name, Json.text(body), field);
  }

  public static BadBody without(Map<String, ?> right, String field) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>(right);
    body.remove(field);
    return new BadBody("without " + field, Json.text(body), field);
  }

  @Override
  public String toString() {
    return name;
  }
}
