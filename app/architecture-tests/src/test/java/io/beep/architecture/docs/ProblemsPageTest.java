package io.beep.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.architecture.Codebase;
import io.beep.architecture.source.SourceFile;
import io.beep.architecture.source.Sources;
import io.beep.coreapi.shared.DomainError;
import io.beep.gateway.shared.problem.Problems;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/problems.md} has every code that a client can get, with its status. */
class ProblemsPageTest {

  private static final List<String> SPEAKING_TO_CLIENTS =
      List.of(
          "core-api",
          "command-side",
          "sagas",
          "projections",
          "query-side",
          "identity",
          "media",
          "api-gateway",
          "app/axon",
          "app/distributed",
          "app/gateway-node",
          "app/identity-node");

  private static final Pattern ROW =
      Pattern.compile("\\| <a id=\"([a-z0-9.-]+)\"></a>`\\1` \\| (\\d{3}) \\|");

  @Test
  void shouldHaveEveryCodeThatThereIs() {
    assertThat(codes().codes()).hasSizeGreaterThan(50).isSubsetOf(page().keySet());
  }

  @Test
  void shouldHaveNoCodeThatIsNot() {
    assertThat(page().keySet()).isSubsetOf(codes().codes());
  }

  @Test
  void shouldHaveCodesThatCanBeSearchedFor() {
    assertThat(codes().unclear()).isEmpty();
  }

  @Test
  void shouldHaveTheStatusOfEveryRefusal() {
    assertThat(refusals()).hasSizeGreaterThan(15);
    Map<String, Integer> page = page();
    assertThat(refusals())
        .allSatisfy(
            refusal ->
                assertThat(Problems.of(refusal).status())
                    .as(refusal.code())
                    .isEqualTo(page.getOrDefault(refusal.code(), Problems.of(refusal).status())));
  }

  @Test
  void shouldReadCodesThroughCalls() {
    List<SourceFile> files =
        Sources.of(
            Map.of(
                "Error.java",
                """
                sealed interface Error {
                  record Missing(String what) implements Error {
                    public String code() {
                      return what + ".missing";
                    }
                  }

                  record Late() implements Error {
                    public String code() {
                      return "train.late";
                    }
                  }
                }
                """,
                "Refusals.java",
                """
                class Refusals {
                  static final String BUSY = "line.busy";

                  static Problem missing(String thing) {
                    return refuse(new Error.Missing(thing));
                  }

                  static Problem of(String code, String detail) {
                    return new Problem(code, detail);
                  }

                  Problem busy() {
                    return of(BUSY, "busy");
                  }
                }
                """,
                "Problem.java",
                "record Problem(String code, String detail) {}",
                "Use.java",
                """
                class Use {
                  void use(boolean first) {
                    Refusals.missing("ticket");
                    Refusals.of(first ? "seat.taken" : "seat.broken", "Sit elsewhere.");
                    Refusals.of("seat." + first, "Nobody finds this.");
                    List.of("not.this", "nor.that");
                  }
                }
                """));

    ProblemCodes found = ProblemCodes.of(files);

    assertThat(found.codes())
        .containsExactly("line.busy", "seat.broken", "seat.taken", "ticket.missing", "train.late");
    assertThat(found.unclear()).hasSize(1);
  }

  private static ProblemCodes codes() {
    return ProblemCodes.of(
        Sources.ofProject().stream()
            .filter(file -> !file.isTest() && file.isOfModule(SPEAKING_TO_CLIENTS))
            .toList());
  }

  private static Map<String, Integer> page() {
    Map<String, Integer> rows = new TreeMap<>();
    ROW.matcher(MarkdownFile.read(Codebase.directory().resolve("docs/problems.md")).text())
        .results()
        .forEach(row -> rows.put(row.group(1), Integer.valueOf(row.group(2))));
    return rows;
  }

  /** One of every kind, with values that mean nothing. */
  private static List<DomainError> refusals() {
    return Codebase.PRODUCTION.stream()
        .filter(type -> type.isRecord() && type.isAssignableTo(DomainError.class))
        .filter(type -> type.isNestedClass())
        .map(type -> refusal(type.reflect()))
        .toList();
  }

  private static DomainError refusal(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new));
      constructor.setAccessible(true);
      Object[] values =
          Arrays.stream(components).map(component -> value(component.getType())).toArray();
      return (DomainError) constructor.newInstance(values);
    } catch (ReflectiveOperationException broken) {
      throw new LinkageError("cannot make a " + type.getName(), broken);
    }
  }

  private static Object value(Class<?> type) {
    if (type == int.class) {
      return 1;
    }
    if (type == long.class) {
      return 1L;
    }
    if (type == Instant.class) {
      return Instant.EPOCH;
    }
    return type == List.class ? List.of() : "x";
  }
}
