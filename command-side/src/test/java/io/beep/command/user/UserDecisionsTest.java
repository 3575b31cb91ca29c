package io.beep.command.user;

import static io.beep.command.Decisions.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.command.Decisions;
import io.beep.coreapi.shared.picture.PictureId;
import io.beep.coreapi.user.RegisterUser;
import io.beep.coreapi.user.SetUserPicture;
import io.beep.coreapi.user.UserPictureSet;
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

  @Test
  void shouldGiveThemThePictureThatTheyWant() {
    PictureId picture = PictureId.of("a".repeat(PictureId.LENGTH));
    given.decide(new RegisterUser(ADA, "ada", "Ada", "Lovelace"));

    given.decide(new SetUserPicture(ADA, picture));
    assertThat(given.events()).containsExactly(new UserPictureSet(ADA, picture.value()));
    given.decide(new SetUserPicture(ADA, picture));
    assertThat(given.events()).isEmpty();
    given.decide(new SetUserPicture(ADA, null));
    assertThat(given.events()).containsExactly(new UserPictureSet(ADA, null));
  }
}
