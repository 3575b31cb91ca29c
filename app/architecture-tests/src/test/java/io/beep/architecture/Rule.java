package io.beep.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;

/**
 * A rule and the code that it must reject.
 *
 * @param fixture names the package below {@code io.beep.architecture.fixture}
 * @param under makes the rule for code below a package: {@code io.beep}, or that of the fixture
 */
record Rule(String fixture, Function<String, ArchRule> under) {

  @Override
  public String toString() {
    return fixture;
  }
}
