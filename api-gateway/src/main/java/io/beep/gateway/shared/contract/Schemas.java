package io.beep.gateway.shared.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.beep.gateway.shared.json.Change;
import io.beep.gateway.shared.json.Json;
import io.beep.gateway.shared.json.JsonBodies;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** JSON Schemas (2020-12) of records as {@link Json} reads and writes them, each once, by name. */
public final class Schemas {

  private static final String TYPE = "type";
  private static final String STRING = "string";

  private final Json json;
  private final Map<String, Object> named = new TreeMap<>();

  /** Two records of one name would be described as one. */
  private final Map<String, Class<?>> owners = new HashMap<>();

  public Schemas(Json json) {
    this.json = json;
  }

  /** All that {@link #of} was asked for and what that needs. */
  public Map<String, Object> named() {
    return named;
  }

  public Map<String, Object> of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() instanceof Class<?> raw && Collection.class.isAssignableFrom(raw)
          ? Map.of(TYPE, "array", "items", of(generic.getActualTypeArguments()[0]))
          : Map.of(TYPE, "object");
    }
    if (type == String.class) {
      return Map.of(TYPE, STRING);
    }
    if (type == UUID.class) {
      return Map.of(TYPE, STRING, "format", "uuid");
    }
    if (type == Instant.class) {
      return Map.of(TYPE, STRING, "format", "date-time");
    }
    if (type == Change.class) {
      return Map.of(TYPE, List.of(STRING, "null"));
    }
    if (type == boolean.class || type == Boolean.class) {
      return Map.of(TYPE, "boolean");
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return Map.of(TYPE, "integer");
    }
    if (type instanceof Class<?> known) {
      return ofClass(known);
    }
    throw new IllegalArgumentException("no schema for " + type);
  }

  private Map<String, Object> ofClass(Class<?> type) {
    if (type.isEnum()) {
      return Map.of(TYPE, STRING, "enum", wireNames(type));
    }
    Type standsFor = valueOf(type);
    if (standsFor != null) {
      return of(standsFor);
    }
    if (!type.isRecord()) {
      throw new IllegalArgumentException("no schema for " + type);
    }
    String name = type.getSimpleName();
    Class<?> other = owners.putIfAbsent(name, type);
    if (other != null && !other.equals(type)) {
      throw new IllegalArgumentException(type + " would be described as " + other);
    }
    if (!named.containsKey(name)) {
      // Before its parts, so that a record that holds itself ends.
      named.put(name, Map.of());
      named.put(name, ofRecord(type));
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  private Map<String, Object> ofRecord(Class<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = JsonBodies.nameOf(component);
      properties.put(name, of(component.getGenericType()));
      boolean mayBeLeftOut = component.getAccessor().isAnnotationPresent(JsonInclude.class);
      if (!mayBeLeftOut
          && (component.getType().isPrimitive() || JsonBodies.isRequired(component))) {
        required.add(name);
      }
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put(TYPE, "object");
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  /** What a value record is written as, null for what is written as an object. */
  private static @Nullable Type valueOf(Class<?> type) {
    for (Method method : type.getDeclaredMethods()) {
      if (method.isAnnotationPresent(JsonValue.class) && method.getParameterCount() == 0) {
        return method.getGenericReturnType();
      }
    }
    return null;
  }

  private List<String> wireNames(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> new String(json.write(constant), StandardCharsets.UTF_8))
        .map(quoted -> quoted.substring(1, quoted.length() - 1))
        .toList();
  }
}
