package io.beep.architecture.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.beep.architecture.Codebase;
import io.beep.architecture.fixture.handledevents.GoodCause;
import io.beep.architecture.fixture.handledevents.GoodEvent;
import io.beep.architecture.fixture.handledevents.projection.user.UserProjection;
import io.beep.architecture.fixture.handledevents.saga.UserProcess;
import org.junit.jupiter.api.Test;

/** What the code does not have yet is told all the same. */
class TrafficTest {

  private final JavaClasses classes = Codebase.fixture("handledevents");
  private final Traffic traffic = new Traffic(classes, Codebase.fixturePackage("handledevents"));

  @Test
  void shouldFindProcesses() {
    assertThat(traffic.processes()).<Class<?>>map(JavaClass::reflect).contains(UserProcess.class);
    assertThat(traffic.handlers(GoodCause.class))
        .<Class<?>>map(JavaClass::reflect)
        .containsExactly(UserProcess.class);
  }

  @Test
  void shouldTellProjectionsFromProcesses() {
    assertThat(traffic.handlers(GoodEvent.class))
        .<Class<?>>map(JavaClass::reflect)
        .containsExactly(UserProjection.class);
    assertThat(traffic.processes())
        .<Class<?>>map(JavaClass::reflect)
        .doesNotContain(UserProjection.class);
  }
}
