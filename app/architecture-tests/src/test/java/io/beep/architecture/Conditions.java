package io.beep.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes conditions out of functions that answer what is wrong. */
final class Conditions {

  private Conditions() {}

  /**
   * @param faults what is wrong with a class, a sentence each
   */
  static ArchCondition<JavaClass> classCondition(
      String description, Function<JavaClass, Stream<String>> faults) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        faults.apply(type).forEach(fault -> events.add(SimpleConditionEvent.violated(type, fault)));
      }
    };
  }
}
