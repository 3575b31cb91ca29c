package io.beep.architecture.catalog;

import com.tngtech.archunit.core.domain.JavaClass;
import io.beep.coreapi.shared.permission.Permission;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The first page: every message in one line. */
final class IndexPage {

  private static final String NAME = "README";

  private final Knowledge knowledge;

  private IndexPage(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  static String of(Knowledge knowledge) {
    return new IndexPage(knowledge).text();
  }

  private String text() {
    Page page =
        new Page()
            .paragraph(Catalog.NOTICE)
            .heading(1, "Event catalog")
            .paragraph(
                """
                Every command that can be sent, every event that is kept, every query that is answered: in which form, by whom,
                and to whom. Made of the code and checked by the build; after a change, `./beep catalog` writes it anew.
                What the features are for and how they are built stands in [their own pages](../features).\
                """);
    page.table(
        List.of("feature", "commands", "events", "queries", ""),
        knowledge.features().stream().map(this::feature).toList());
    page.heading(2, "Commands")
        .paragraph("A wish that can be refused. It is decided by one handler, and leads to events.")
        .table(
            List.of("command", "sent by", "needs", "leads to"),
            rows(Feature::commands, this::command))
        .heading(2, "Events")
        .paragraph("What happened. It is kept for ever, and whoever wants it gets it.")
        .table(
            List.of("event", "comes of", "handled by", "on the feed as"),
            rows(Feature::events, this::event))
        .heading(2, "Queries")
        .paragraph("A question to the read models. One handler answers it.")
        .table(
            List.of("query", "asked by", "needs", "answers"), rows(Feature::queries, this::query))
        .heading(2, "Processes");
    processes(page);
    forms(page);
    return page.toString();
  }

  private List<String> feature(Feature feature) {
    return List.of(
        "[" + feature.name() + "](" + feature.name() + ".md)",
        Integer.toString(feature.commands().size()),
        Integer.toString(feature.events().size()),
        Integer.toString(feature.queries().size()),
        knowledge.comments().ofPackage(feature.packageName()).firstSentence());
  }

  private List<List<String>> rows(
      Function<Feature, Collection<Class<?>>> messages, Function<Class<?>, List<String>> row) {
    return knowledge.features().stream()
        .flatMap(feature -> messages.apply(feature).stream())
        .map(row)
        .toList();
  }

  private List<String> command(Class<?> command) {
    return List.of(
        link(command),
        names(knowledge.traffic().senders(command)),
        knowledge.permission(command),
        knowledge.places().sections(knowledge.events(command), NAME));
  }

  private List<String> event(Class<?> event) {
    return List.of(
        link(event),
        knowledge.places().sections(knowledge.causes(event), NAME),
        names(knowledge.traffic().handlers(event)),
        Edge.frame(event).map(frame -> "`" + frame + "`").orElse(""));
  }

  private List<String> query(Class<?> query) {
    Class<?> answer = knowledge.answer(query);
    return List.of(
        link(query),
        names(knowledge.traffic().senders(query)),
        knowledge.permission(query),
        answer == null ? "" : link(answer));
  }

  private void processes(Page page) {
    List<JavaClass> processes = knowledge.traffic().processes();
    if (processes.isEmpty()) {
      page.paragraph("None yet: no command has to be followed by another one.");
    } else {
      page.list(processes.stream().map(knowledge.places()::code).toList());
    }
  }

  private static void forms(Page page) {
    page.heading(2, "Forms")
        .paragraph(
            """
            Messages are JSON wherever they cross a border. A field without a value is left out. Commands and queries stay within
            Beep: what a client sends and gets is the API, told by `/api/docs`.\
            """)
        .table(
            List.of("form", "as"),
            List.of(
                List.of("id", "a UUIDv7 as text; ids sort by the time at which they were made"),
                List.of("time", "text of ISO 8601 in UTC, to the microsecond"),
                List.of(
                    "name of a permission",
                    Arrays.stream(Permission.values())
                        .map(permission -> "`" + permission + "`")
                        .collect(Collectors.joining(", ")))));
  }

  private String link(Class<?> type) {
    return knowledge.places().section(type, NAME);
  }

  private String names(Collection<JavaClass> types) {
    return knowledge.places().code(types);
  }
}
