package io.beep.architecture.catalog;

import com.tngtech.archunit.core.domain.JavaClass;
import io.beep.gateway.shared.http.Operation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the gateway makes of messages: addresses, and frames of the feed. */
final class Edge {

  private static final String FRAMES = "io.beep.gateway.feed.FrameWriter";

  private Edge() {}

  /** Method and path of an endpoint; empty for a class that is none. */
  static Optional<String> address(JavaClass sender) {
    return Arrays.stream(sender.reflect().getDeclaredFields())
        .filter(field -> field.getType() == Operation.class)
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .map(field -> (Operation) valueOf(field))
        .map(operation -> operation.method() + " " + operation.path())
        .findAny();
  }

  /** The type of the frame by which the feed tells an event; empty for one that it keeps. */
  static Optional<String> frame(Class<?> event) {
    String[] words = event.getSimpleName().split("(?=[A-Z])", 2);
    String type =
        words[0].toLowerCase(Locale.ROOT)
            + "."
            + Arrays.stream(words[1].split("(?=[A-Z])"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("-"));
    return Optional.of(type).filter(frames()::containsKey);
  }

  private static Map<?, ?> frames() {
    try {
      return (Map<?, ?>) valueOf(Class.forName(FRAMES).getDeclaredField("DATA"));
    } catch (ReflectiveOperationException gone) {
      throw new LinkageError("cannot read the frames of the feed", gone);
    }
  }

  private static Object valueOf(Field field) {
    try {
      field.setAccessible(true);
      return field.get(null);
    } catch (IllegalAccessException closed) {
      throw new LinkageError("cannot read " + field, closed);
    }
  }
}
