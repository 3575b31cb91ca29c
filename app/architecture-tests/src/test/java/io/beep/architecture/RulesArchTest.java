package io.beep.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesArchTest {

  static Stream<Rule> rules() {
    return Stream.of(ModuleRules.all()).flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void shouldHold(Rule rule) {
    rule.under().apply(Codebase.ROOT).check(Codebase.PRODUCTION);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void shouldRejectItsFixture(Rule rule) {
    ArchRule underFixture = rule.under().apply(Codebase.fixturePackage(rule.fixture()));
    JavaClasses fixture = Codebase.fixture(rule.fixture());

    List<String> found = underFixture.evaluate(fixture).getFailureReport().getDetails();

    List<JavaClass> bad = named("Bad", fixture);
    assertThat(bad).isNotEmpty();
    assertThat(bad)
        .allSatisfy(
            type -> assertThat(found).anyMatch(line -> line.contains(type.getSimpleName())));
    assertThat(named("Good", fixture))
        .allSatisfy(
            type -> assertThat(found).noneMatch(line -> line.contains(type.getSimpleName())));
  }

  private static List<JavaClass> named(String prefix, JavaClasses classes) {
    return classes.stream().filter(type -> type.getSimpleName().startsWith(prefix)).toList();
  }
}
