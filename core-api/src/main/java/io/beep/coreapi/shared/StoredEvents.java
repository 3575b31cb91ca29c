package io.beep.coreapi.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names under which events are stored: {@code message.MessageSent}, that is the feature and the
 * event. They are ours and not Java's, so that classes can move; what was ever stored must resolve
 * for ever.
 *
 * <p>A class that is renamed or moved to another feature keeps its old name in {@code
 * FORMER_NAMES}.
 */
public final class StoredEvents {

  /** Every name that an event once had and has no more. */
  private static final Map<String, String> FORMER_NAMES = Map.of();

  private final Map<String, Class<?>> byName;
  private final Map<Class<?>, String> byClass;

  private StoredEvents(List<Class<?>> events) {
    byName = events.stream().collect(Collectors.toMap(StoredEvents::name, Function.identity()));
    byClass = events.stream().collect(Collectors.toMap(Function.identity(), StoredEvents::name));
  }

  /**
   * @param sealedSets the sealed interface of each feature
   */
  public static StoredEvents of(Class<?>... sealedSets) {
    return new StoredEvents(
        Arrays.stream(sealedSets).<Class<?>>flatMap(StoredEvents::leaves).toList());
  }

  /** The stored name of an event's class, or null for what is no event. */
  public @Nullable String nameOf(Class<?> event) {
    return byClass.get(event);
  }

  /** The class of a stored name, or null for a name that never was. */
  public @Nullable Class<?> classOf(String name) {
    return byName.get(FORMER_NAMES.getOrDefault(name, name));
  }

  public List<Class<?>> classes() {
    return byName.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .<Class<?>>map(Map.Entry::getValue)
        .toList();
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    Class<?>[] permitted = type.getPermittedSubclasses();
    return permitted == null
        ? Stream.of(type)
        : Arrays.stream(permitted).flatMap(StoredEvents::leaves);
  }

  private static String name(Class<?> event) {
    String packageName = event.getPackageName();
    return packageName.substring(packageName.lastIndexOf('.') + 1) + "." + event.getSimpleName();
  }
}
