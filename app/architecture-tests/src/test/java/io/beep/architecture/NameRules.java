package io.beep.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.beep.architecture.Conditions.classCondition;
import static io.beep.architecture.Predicates.are;
import static io.beep.architecture.Predicates.isBelow;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.beep.coreapi.shared.Command;
import io.beep.coreapi.shared.DomainEvent;
import io.beep.coreapi.shared.Query;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What messages are called. */
final class NameRules {

  /** Participles that do not end in {@code ed}. */
  private static final Set<String> PARTICIPLES =
      Set.of(
          "Begun",
          "Built",
          "Bound",
          "Chosen",
          "Forbidden",
          "Forgotten",
          "Found",
          "Given",
          "Hidden",
          "Kept",
          "Left",
          "Lost",
          "Made",
          "Put",
          "Read",
          "Sent",
          "Set",
          "Taken",
          "Withdrawn",
          "Written");

  /** What says that something happened to a column, and not what happened. */
  private static final Set<String> VAGUE_EVENTS =
      Set.of("Altered", "Changed", "Handled", "Modified", "Processed", "Saved", "Updated");

  private static final Set<String> VAGUE_COMMANDS =
      Set.of("Alter", "Change", "Do", "Handle", "Manage", "Modify", "Process", "Save", "Update");

  /** What a command would begin with if it were a noun: {@code ServerCreation}. */
  private static final Set<String> NOUNS =
      Set.of(
          "Channel",
          "Circle",
          "Conversation",
          "Friendship",
          "Invitation",
          "Member",
          "Membership",
          "Message",
          "Notification",
          "Role",
          "Server",
          "User",
          "Webhook");

  private static final List<String> QUESTIONS = List.of("Find", "Get", "List", "Search");

  private NameRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule("eventnames", NameRules::events),
        new Rule("commandnames", NameRules::commands),
        new Rule("querynames", NameRules::queries));
  }

  private static ArchRule events(String base) {
    return classes()
        .that(are("events", type -> isMessage(type, base, DomainEvent.class)))
        .should(
            classCondition(
                "say in the past participle what happened",
                type -> {
                  String last = words(type).getLast();
                  if (VAGUE_EVENTS.contains(last)) {
                    return Stream.of(type.getName() + " does not tell what happened");
                  }
                  return last.endsWith("ed") || PARTICIPLES.contains(last)
                      ? Stream.empty()
                      : Stream.of(type.getName() + " does not end with a past participle");
                }))
        .because("an event is a fact of the domain that people can read years later");
  }

  private static ArchRule commands(String base) {
    return classes()
        .that(are("commands", type -> isMessage(type, base, Command.class)))
        .should(
            classCondition(
                "be imperatives without a suffix",
                type -> {
                  List<String> words = words(type);
                  String first = words.getFirst();
                  boolean isImperative =
                      !NOUNS.contains(first)
                          && !VAGUE_COMMANDS.contains(first)
                          && !QUESTIONS.contains(first)
                          && !first.endsWith("ed")
                          && !first.endsWith("ing");
                  return isImperative && !words.getLast().equals("Command")
                      ? Stream.empty()
                      : Stream.of(type.getName() + " is no wish that a person could utter");
                }))
        .because("a command is what somebody wishes, in their words");
  }

  private static ArchRule queries(String base) {
    return classes()
        .that(are("queries", type -> isMessage(type, base, Query.class)))
        .should(
            classCondition(
                "be called Find…, Get…, List… or Search…, and be answered by a …View or a …Page",
                type -> {
                  if (!QUESTIONS.contains(words(type).getFirst())) {
                    return Stream.of(type.getName() + " does not say how it asks");
                  }
                  JavaClass answer = Handlers.answerOf(type);
                  return answer != null && isAnswer(type, answer)
                      ? Stream.empty()
                      : Stream.of(type.getName() + " is not answered by what its name promises");
                }))
        .because("the name tells whether one, none or many come back, and in which order");
  }

  /** Get is answered by one thing and List by a stretch of many; the others by either. */
  private static boolean isAnswer(JavaClass query, JavaClass answer) {
    String kind = words(answer).getLast();
    return switch (words(query).getFirst()) {
      case "Get" -> kind.equals("View");
      case "List" -> kind.equals("Page");
      default -> kind.equals("View") || kind.equals("Page");
    };
  }

  private static boolean isMessage(JavaClass type, String base, Class<?> kind) {
    return !type.isInterface() && isBelow(type, base) && type.isAssignableTo(kind);
  }

  private static List<String> words(JavaClass type) {
    return List.of(type.getSimpleName().split("(?=[A-Z])"));
  }
}
