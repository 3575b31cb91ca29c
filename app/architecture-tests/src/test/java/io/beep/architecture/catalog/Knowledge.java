package io.beep.architecture.catalog;

import com.tngtech.archunit.core.domain.JavaClass;
import io.beep.architecture.Codebase;
import io.beep.architecture.Handlers;
import io.beep.architecture.source.SourceFile;
import io.beep.architecture.source.Sources;
import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.NeedsPermission;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.ProcessingGroup;
import org.jspecify.annotations.Nullable;

/** All that the pages are made of. */
final class Knowledge {

  /** The page of what several features have. */
  static final String SHARED = "shared";

  private final List<Feature> features = Feature.all();
  private final Traffic traffic = new Traffic(Codebase.PRODUCTION, Codebase.ROOT);
  private final Map<Class<?>, String> pages = new LinkedHashMap<>();
  private final Comments comments;
  private final Readers readers;
  private final Places places;

  Knowledge() {
    List<SourceFile> files =
        Sources.ofProject().stream()
            .filter(file -> !file.isTest() && file.className().startsWith(Codebase.ROOT + "."))
            .toList();
    comments =
        new Comments(files.stream().filter(file -> file.path().startsWith("core-api")).toList());
    readers =
        new Readers(files.stream().filter(file -> !file.path().startsWith("core-api")).toList());
    for (Feature feature : features) {
      feature.messages().forEach(message -> pages.put(message, feature.name()));
      feature.messages().flatMap(message -> Shape.recordsIn(message).stream()).forEach(this::place);
      Stream.concat(feature.commands().stream(), feature.queries().stream())
          .map(this::answer)
          .filter(answer -> answer != null && answer.isRecord())
          .flatMap(answer -> Shape.recordsIn(answer).stream())
          .forEach(this::place);
    }
    places = new Places(files, pages);
  }

  /** A record stands on the page of the feature whose package it is of. */
  private void place(Class<?> type) {
    String page =
        features.stream()
            .filter(feature -> feature.packageName().equals(type.getPackageName()))
            .map(Feature::name)
            .findAny()
            .orElse(SHARED);
    pages.putIfAbsent(type, page);
  }

  Path project() {
    return Codebase.directory();
  }

  List<Feature> features() {
    return features;
  }

  Traffic traffic() {
    return traffic;
  }

  Comments comments() {
    return comments;
  }

  Places places() {
    return places;
  }

  /** The records on a page that are no messages, by name. */
  List<Class<?>> answersOn(String page) {
    Set<Class<?>> messages =
        features.stream().flatMap(Feature::messages).collect(Collectors.toSet());
    return pages.entrySet().stream()
        .filter(entry -> entry.getValue().equals(page))
        .<Class<?>>map(Map.Entry::getKey)
        .filter(type -> !messages.contains(type))
        .sorted((one, other) -> one.getSimpleName().compareTo(other.getSimpleName()))
        .toList();
  }

  /** What a command or a query is answered with; null for nothing. */
  @Nullable Class<?> answer(Class<?> message) {
    JavaClass type = Codebase.PRODUCTION.get(message);
    JavaClass asked = Handlers.answerOf(type);
    if (asked != null) {
      return asked.reflect();
    }
    return Handlers.of(type, CommandHandler.class)
        .map(handler -> handler.getRawReturnType())
        .filter(returned -> !returned.isEquivalentTo(void.class))
        .<Class<?>>map(JavaClass::reflect)
        .findAny()
        .orElse(null);
  }

  /** Whether a record is the whole answer to some message. */
  boolean isAnswer(Class<?> type) {
    return features.stream()
        .flatMap(feature -> Stream.concat(feature.commands().stream(), feature.queries().stream()))
        .anyMatch(message -> type.equals(answer(message)));
  }

  /** What a command may lead to, that of its own feature first. */
  Set<Class<?>> events(Class<?> command) {
    Set<Class<?>> caused = traffic.events(command);
    return features.stream()
        .sorted(Comparator.comparing(feature -> !feature.commands().contains(command)))
        .flatMap(feature -> feature.events().stream())
        .filter(caused::contains)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  Set<Class<?>> causes(Class<?> event) {
    return features.stream()
        .flatMap(feature -> feature.commands().stream())
        .filter(command -> traffic.events(command).contains(event))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  String permission(Class<?> message) {
    NeedsPermission needs = message.getAnnotation(NeedsPermission.class);
    if (needs != null) {
      return Arrays.stream(needs.value())
          .map(permission -> "`" + permission + "`")
          .collect(Collectors.joining(", "));
    }
    return "no permission: " + message.getAnnotation(NeedsNoPermission.class).because();
  }

  /** The classes that send a message, with the addresses of those that are endpoints. */
  List<String> senders(Class<?> message) {
    return traffic.senders(message).stream()
        .map(
            sender ->
                places.code(sender)
                    + Edge.address(sender).map(address -> ", `" + address + "`").orElse(""))
        .toList();
  }

  /** The handlers of an event, with the groups that they stand in. */
  List<String> handlers(Class<?> event) {
    return traffic.handlers(event).stream()
        .map(
            handler ->
                places.code(handler)
                    + handler
                        .tryGetAnnotationOfType(ProcessingGroup.class)
                        .map(group -> " in `" + group.value() + "`")
                        .orElse(""))
        .toList();
  }

  /** Others that look for an event among many. */
  List<String> readers(Class<?> event) {
    return readers.of(event).stream()
        .filter(name -> !Traffic.onlyMeasures(name))
        .map(name -> Codebase.PRODUCTION.get(name))
        .map(places::code)
        .toList();
  }
}
