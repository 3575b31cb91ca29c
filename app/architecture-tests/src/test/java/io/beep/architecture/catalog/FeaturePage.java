package io.beep.architecture.catalog;

import com.tngtech.archunit.core.domain.JavaClass;
import io.beep.coreapi.EventCatalog;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.axonframework.serialization.Revision;

/** The page of one feature: what can be asked of it, what happens, and in which form. */
final class FeaturePage {

  private final Knowledge knowledge;
  private final Feature feature;
  private final Page page = new Page();

  private FeaturePage(Knowledge knowledge, Feature feature) {
    this.knowledge = knowledge;
    this.feature = feature;
  }

  static String of(Knowledge knowledge, Feature feature) {
    return new FeaturePage(knowledge, feature).text();
  }

  /** The page of the records that several features have. */
  static String ofShared(Knowledge knowledge) {
    Feature shared = new Feature(Knowledge.SHARED, "", List.of(), List.of(), List.of());
    FeaturePage page = new FeaturePage(knowledge, shared);
    page.page
        .paragraph(Catalog.NOTICE)
        .heading(1, "Shared")
        .paragraph("What several features have in their answers. [The whole catalog](README.md)");
    page.answers(2);
    return page.page.toString();
  }

  /** The page from its top to its end. */
  private String text() {
    page.paragraph(Catalog.NOTICE)
        .heading(1, Catalog.title(feature))
        .paragraph(
            knowledge.comments().ofPackage(feature.packageName()).text()
                + "\n[How it is built](../features/"
                + feature.name()
                + ".md) · [The whole catalog](README.md)");
    overview();
    section("Commands", feature.commands(), this::command);
    section("Events", feature.events(), this::event);
    section("Queries", feature.queries(), this::query);
    if (!knowledge.answersOn(feature.name()).isEmpty()) {
      page.heading(2, "Answers");
      answers(3);
    }
    return page.toString();
  }

  private void overview() {
    int rows =
        IntStream.of(feature.commands().size(), feature.events().size(), feature.queries().size())
            .max()
            .orElse(0);
    page.table(
        List.of("commands", "events", "queries"),
        IntStream.range(0, rows)
            .mapToObj(
                row ->
                    List.of(
                        cell(feature.commands(), row),
                        cell(feature.events(), row),
                        cell(feature.queries(), row)))
            .toList());
  }

  private String cell(List<Class<?>> messages, int row) {
    return row < messages.size() ? link(messages.get(row)) : "";
  }

  private void section(String title, List<Class<?>> messages, Consumer<Class<?>> write) {
    if (!messages.isEmpty()) {
      page.heading(2, title);
      messages.forEach(
          message -> {
            page.heading(3, message.getSimpleName())
                .paragraph(knowledge.comments().of(message).text());
            write.accept(message);
          });
    }
  }

  private void command(Class<?> command) {
    List<String> facts = new ArrayList<>();
    add(facts, "sent by", knowledge.senders(command));
    add(facts, "needs", List.of(knowledge.permission(command)));
    add(facts, "decided by", knowledge.traffic().deciders(command).stream().map(code()).toList());
    add(facts, "leads to", knowledge.events(command).stream().map(this::link).toList());
    Class<?> answer = knowledge.answer(command);
    add(facts, "answers", answer == null ? List.of() : List.of(link(answer)));
    facts(facts, command);
    fields(command);
    page.json(Examples.json(Examples.of(command)));
  }

  private void event(Class<?> event) {
    List<String> facts = new ArrayList<>();
    facts.add(
        "**stored as** `%s`, revision %s"
            .formatted(
                EventCatalog.EVENTS.nameOf(event), event.getAnnotation(Revision.class).value()));
    add(facts, "comes of", knowledge.causes(event).stream().map(this::link).toList());
    add(facts, "changes", knowledge.traffic().aggregates(event).stream().map(code()).toList());
    add(facts, "handled by", knowledge.handlers(event));
    add(facts, "read by", knowledge.readers(event));
    Edge.frame(event).ifPresent(frame -> facts.add("**on the feed** as `" + frame + "`"));
    facts(facts, event);
    fields(event);
    page.json(Examples.golden(event, knowledge.project()));
  }

  private void query(Class<?> query) {
    List<String> facts = new ArrayList<>();
    add(facts, "asked by", knowledge.senders(query));
    add(facts, "needs", List.of(knowledge.permission(query)));
    add(facts, "answered by", knowledge.traffic().answerers(query).stream().map(code()).toList());
    Class<?> answer = knowledge.answer(query);
    add(facts, "answers", answer == null ? List.of() : List.of(link(answer)));
    facts(facts, query);
    fields(query);
    page.json(Examples.json(Examples.of(query)));
  }

  private void answers(int level) {
    for (Class<?> answer : knowledge.answersOn(feature.name())) {
      page.heading(level, answer.getSimpleName()).paragraph(knowledge.comments().of(answer).text());
      fields(answer);
      if (knowledge.isAnswer(answer)) {
        page.json(Examples.json(Examples.of(answer)));
      }
    }
  }

  private void facts(List<String> facts, Class<?> message) {
    facts.add("[source](" + knowledge.places().source(message.getName()) + ")");
    page.list(facts);
  }

  private static void add(List<String> facts, String what, List<String> values) {
    if (!values.isEmpty()) {
      facts.add("**" + what + "** " + String.join(" · ", values));
    }
  }

  private void fields(Class<?> type) {
    List<List<String>> rows = new ArrayList<>();
    for (RecordComponent field : Shape.fields(type)) {
      rows.add(
          List.of(
              "`" + Shape.name(field) + "`",
              Shape.of(field.getGenericType(), knowledge.places(), feature.name()),
              Shape.isNullable(field) ? "may be missing" : "always",
              knowledge.comments().of(type).parameters().getOrDefault(field.getName(), "")));
    }
    page.table(List.of("field", "form", "there", "meaning"), rows);
  }

  private Function<JavaClass, String> code() {
    return knowledge.places()::code;
  }

  private String link(Class<?> type) {
    return knowledge.places().section(type, feature.name());
  }
}
