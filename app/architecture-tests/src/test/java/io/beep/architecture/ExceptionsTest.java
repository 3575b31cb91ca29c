package io.beep.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the rules let pass is named, with a reason, and goes when it is not needed any more. */
class ExceptionsTest {

  static Stream<Map<String, String>> exceptions() {
    return Stream.of(
        Bridges.CLASSES,
        KindRules.OTHERWISE_CALLED,
        KindRules.PUBLIC_ALL_THE_SAME,
        PurityRules.MEASURING,
        WiringRules.MORE_COLLABORATORS);
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void shouldNameClassesThatThereAre(Map<String, String> exceptions) {
    assertThat(exceptions)
        .allSatisfy(
            (name, reason) -> {
              assertThat(Codebase.PRODUCTION.contain(name)).as(name).isTrue();
              assertThat(reason).isNotBlank();
            });
  }

  @Test
  void shouldNameNoBridgeThatNeverWaits() {
    assertThat(Bridges.CLASSES.keySet())
        .allSatisfy(
            name ->
                assertThat(
                        Codebase.PRODUCTION.stream()
                            .filter(type -> Predicates.topLevel(type).getName().equals(name))
                            .flatMap(Waiting::in))
                    .as(name)
                    .isNotEmpty());
  }

  @Test
  void shouldFindMuchToLookAt() {
    // So that a class path that lacks a module does not make every rule hold.
    Stream<String> modules =
        Stream.of(
            "coreapi",
            "command",
            "saga",
            "readmodel",
            "projection",
            "query",
            "identity",
            "media",
            "gateway",
            "app");
    assertThat(modules)
        .allSatisfy(
            module ->
                assertThat(Codebase.PRODUCTION)
                    .as(module)
                    .anyMatch(type -> Predicates.isOfModule(type, Codebase.ROOT, module)));
    assertThat(Codebase.PRODUCTION.stream().filter(JavaClass::isTopLevelClass).count())
        .isGreaterThan(300);
  }
}
