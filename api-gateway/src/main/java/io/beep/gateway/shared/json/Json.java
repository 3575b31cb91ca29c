package io.beep.gateway.shared.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** Reads and writes the JSON of the API. Safe for any number of threads. */
public final class Json {

  /** More than any body of the API needs, and far less than what would exhaust a stack. */
  private static final int DEEPEST = 16;

  /** Numbers of the API are counts; a longer one is an attack on the parser. */
  private static final int LONGEST_NUMBER = 32;

  private final JsonMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .withCoercionConfig(
              LogicalType.Textual,
              config ->
                  config
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .addModule(
              new SimpleModule("beep")
                  .addDeserializer(Change.class, new Change.Deserializer())
                  .addDeserializer(Instant.class, new TimeDeserializer()))
          .build();

  public byte[] write(Object value) {
    return mapper.writeValueAsBytes(value);
  }

  JsonNode tree(String text) {
    return mapper.readTree(text);
  }

  <T> T bind(JsonNode tree, Class<T> type) {
    return mapper.treeToValue(tree, type);
  }

  /** The same bytes for the same JSON, however it was spaced and ordered. */
  byte[] canonical(JsonNode tree) {
    return mapper.writeValueAsBytes(mapper.treeToValue(tree, Object.class));
  }
}
