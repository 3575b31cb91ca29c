package io.beep.gateway.shared.json;

import io.beep.coreapi.shared.FieldError;
import io.beep.gateway.shared.problem.Problem;
import io.beep.gateway.shared.problem.Problems;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
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
 * number.
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
    JsonNode tree = parse(Texts.decode(bytes));
    if (!tree.isObject()) {
      throw Problems.malformed("request.malformed-json", "The body must be one JSON object.")
          .exception();
    }
    requireSound(tree);
    Record value = bind(tree, type);
    requireComplete(value);
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

  private static void requireSound(JsonNode node) {
    if (node.isString()) {
      Texts.requireSound(node.stringValue());
    }
    node.propertyNames().forEach(Texts::requireSound);
    node.forEach(JsonBodies::requireSound);
  }

  private static void requireComplete(Record value) {
    List<FieldError> missing = new ArrayList<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      if (isRequired(component) && read(component, value) == null) {
        missing.add(new FieldError(component.getName(), "field.required", "This field is needed."));
      }
    }
    if (!missing.isEmpty()) {
      throw Problems.invalid(missing).exception();
    }
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
