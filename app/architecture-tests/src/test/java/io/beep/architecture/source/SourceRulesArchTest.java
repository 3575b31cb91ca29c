package io.beep.architecture.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SourceRulesArchTest {

  static Stream<SourceRule> rules() {
    return Stream.concat(PackageRules.all().stream(), TestRules.all().stream());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void shouldHold(SourceRule rule) {
    assertThat(Sources.ofProject()).hasSizeGreaterThan(500);
    assertThat(rule.faults().apply(Sources.ofProject())).as(rule.because()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void shouldRejectWhatIsBad(SourceRule rule) {
    List<String> found = rule.faults().apply(Sources.of(rule.bad())).toList();

    assertThat(rule.bad().keySet())
        .allSatisfy(
            path ->
                assertThat(found)
                    .anyMatch(
                        fault ->
                            fault.contains(path)
                                || fault.startsWith(Path.of(path).getParent() + " has")));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void shouldAcceptWhatIsGood(SourceRule rule) {
    assertThat(rule.faults().apply(Sources.of(rule.good()))).isEmpty();
  }
}
