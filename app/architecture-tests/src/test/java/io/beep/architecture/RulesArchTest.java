package io.beep.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesArchTest {

  static Stream<Rule> rules() {
    return Stream.of(
            ModuleRules.all(),
            MessageRules.all(),
            HandlerRules.all(),
            StateRules.all(),
            NameRules.all(),
            KindRules.all(),
            PurityRules.all(),
            WiringRules.all())
        .flatMap(List::stream);
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

    List<JavaClass> bad = called("Bad", fixture);
    List<JavaClass> good = called("Good", fixture);
    assertThat(bad).isNotEmpty().allSatisfy(type -> assertThat(found).anyMatch(naming(type)));
    assertThat(good).isNotEmpty().allSatisfy(type -> assertThat(found).noneMatch(naming(type)));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void shouldGiveItsReason(Rule rule) {
    assertThat(rule.under().apply(Codebase.ROOT).getDescription()).contains(", because ");
  }

  /** Those that are called {@code prefix…}, or stand in a package of that name. */
  private static List<JavaClass> called(String prefix, JavaClasses classes) {
    return classes.stream()
        .filter(JavaClass::isTopLevelClass)
        .filter(
            type ->
                type.getSimpleName().startsWith(prefix)
                    || type.getPackageName().endsWith("." + prefix.toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static Predicate<String> naming(JavaClass type) {
    return Pattern.compile("\\b" + Pattern.quote(type.getSimpleName()) + "\\b").asPredicate();
  }
}
