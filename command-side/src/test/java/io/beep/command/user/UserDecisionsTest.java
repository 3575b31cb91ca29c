package io.beep.command.user;

import static io.beep.command.Decisions.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.command.Decisions;
import io.beep.coreapi.user.RegisterUser;
import io.beep.coreapi.user.UserRegistered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UserDecisionsTest {

  private final Decisions given = new Decisions();

  @AfterEach
  void close() {
    given.close();
  }

  @Test
  void shouldRegisterAUserOnceHoweverOftenItIsAsked() {
    RegisterUser command = new RegisterUser(ADA, "ada", "Ada", "Lovelace");

    given.decide(command);
    assertThat(given.events()).containsExactly(new UserRegistered(ADA, "ada", "Ada", "Lovelace"));
    given.decide(command);
    assertThat(given.events()).isEmpty();
  }
}
