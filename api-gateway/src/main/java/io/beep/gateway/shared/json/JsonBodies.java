package io.beep.gateway.shared.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.beep.coreapi.shared.FieldError;
import io.beep.gateway.shared.problem.Problem;
import io.beep.gateway.shared.problem.Problems;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Turns the bytes of a body into the record that an endpoint declares. A component that is not
 * {@code @Nullable} must be there; nothing else may be; a number is no string and a string no
 * number; a list has no nulls.
 */
public final class JsonBodies {

  private final Json json;

  public JsonBodies(Json json) {
    this.json = json;
  }

  /**
   * A body that was read.
   *
   * @param canonical bytes that are the same for the same JSON, for {@code Idempotency-Key}
   */
  public record Read(Object value, byte[] canonical) {}

  /**
   * @throws io.beep.gateway.shared.problem.ProblemException for whatever is not exactly that
   */
  public Read read(byte[] bytes, Class<? extends Record> type) {
    JsonNode tree = parse(Texts.decode(bytes, List.of()));
    if (!tree.isObject()) {
      throw Problems.malformed("request.malformed-json", "The body must be one JSON object.")
          .exception();
    }
    requireSound(tree, "");
    Record value = bind(tree, type);
    requireComplete(tree, type, component -> read(component, value) != null);
    return new Read(value, json.canonical(tree));
  }

  private JsonNode parse(String text) {
    try {
      return json.tree(text);
    } catch (JacksonException malformed) {
      throw Problems.malformed(
              "request.malformed-json",
              "The body is not JSON as RFC 8259 has it, is nested too deeply, or names a field"
                  + " twice.")
          .exception();
    }
  }

  private <T extends Record> T bind(JsonNode tree, Class<T> type) {
    try {
      return json.bind(tree, type);
    } catch (UnrecognizedPropertyException unknown) {
      throw Problems.invalid(path(unknown), "field.unknown", "There is no such field here.")
          .exception();
    } catch (DatabindException mismatch) {
      if (mismatch.getCause() instanceof NullPointerException) {
        // A record that copies its lists stumbles over what is not there before anyone can say so.
        requireComplete(tree, type, component -> tree.hasNonNull(nameOf(component)));
      }
      throw mismatch(mismatch).exception();
    } catch (StreamReadException malformed) {
      throw Problems.malformed("request.malformed-json", "The body cannot be read.").exception();
    }
  }

  private static Problem mismatch(DatabindException mismatch) {
    // What a creator of core-api says about a value is made for people; Jackson's words are not.
    String detail =
        mismatch.getCause() instanceof IllegalArgumentException said && said.getMessage() != null
            ? said.getMessage()
            : "This is not the kind of value that belongs here.";
    return Problems.invalid(path(mismatch), "field.invalid", detail);
  }

  private static String path(JacksonException at) {
    return at.getPath().stream()
        .map(
            step ->
                step.getPropertyName() == null
                    ? Integer.toString(step.getIndex())
                    : step.getPropertyName())
        .collect(Collectors.joining("."));
  }

  private static void requireSound(JsonNode node, String path) {
    if (node.isString()) {
      Texts.requireSound(node.stringValue(), List.of(path));
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      Texts.requireSound(field.getKey(), List.of());
      requireSound(field.getValue(), below(path, field.getKey()));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      requireSound(node.get(i), below(path, Integer.toString(i)));
    }
  }

  private static void requireComplete(
      JsonNode tree, Class<? extends Record> type, Predicate<RecordComponent> isThere) {
    List<FieldError> faults = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      if (isRequired(component) && !isThere.test(component)) {
        faults.add(new FieldError(nameOf(component), "field.required", "This field is needed."));
      }
    }
    collectHoles(tree, "", faults);
    if (!faults.isEmpty()) {
      throw Problems.invalid(faults).exception();
    }
  }

  /** No list of the API has a use for null, and no record expects one there. */
  private static void collectHoles(JsonNode node, String path, List<FieldError> faults) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      collectHoles(field.getValue(), below(path, field.getKey()), faults);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      String place = below(path, Integer.toString(i));
      if (node.get(i).isNull()) {
        faults.add(new FieldError(place, "field.invalid", "A list must not contain null."));
      } else {
        collectHoles(node.get(i), place, faults);
      }
    }
  }

  private static String below(String path, String step) {
    return path.isEmpty() ? step : path + "." + step;
  }

  /** By what name a body has it. */
  public static String nameOf(RecordComponent component) {
    JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
    return renamed == null ? component.getName() : renamed.value();
  }

  /** Whether a body without this field is refused. */
  public static boolean isRequired(RecordComponent component) {
    return !component.getType().isPrimitive()
        && component.getType() != Change.class
        && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static @Nullable Object read(RecordComponent component, Record value) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(value);
    } catch (IllegalAccessException | InvocationTargetException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
