package io.beep.acceptance.shared;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as any client reads and writes it. */
public final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /** Maps, lists, texts, numbers; a text that stands alone is JSON already and stays as it is. */
  public static byte[] bytes(Object value) {
    return value instanceof String json
        ? json.getBytes(StandardCharsets.UTF_8)
        : MAPPER.writeValueAsBytes(value);
  }

  /** The JSON of a value; a text has its quotes. */
  public static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  public static JsonNode read(byte[] json) {
    return MAPPER.readTree(json);
  }

  public static JsonNode read(String json) {
    return MAPPER.readTree(json);
  }
}
