package io.beep.identity.account;

import static io.beep.identity.account.RegistrationScene.PASSWORD;
import static io.beep.identity.account.RegistrationScene.account;
import static io.beep.identity.account.RegistrationScene.ada;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.FieldError;
import io.beep.coreapi.shared.UserId;
import io.beep.identity.api.NewAccount;
import io.beep.identity.api.RegistrationError;
import io.beep.identity.shared.CommandSideFake.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RegisterAccountsTest {

  private final RegistrationScene scene = new RegistrationScene();

  @AfterEach
  void close() {
    scene.close();
  }

  private DomainError refusal(NewAccount account) {
    try {
      UserId userId = scene.registrations.register(account);
      throw new AssertionError("was registered as " + userId);
    } catch (DomainException e) {
      return e.error();
    }
  }

  private void assertVisible(String username, UserId userId) {
    assertThat(scene.accounts.findByUsername(username))
        .hasValueSatisfying(found -> assertThat(found.userId()).isEqualTo(userId));
    assertThat(scene.commandSide.users()).containsOnlyKeys(userId);
  }

  private void assertInvisible(String username) {
    assertThat(scene.accounts.findByUsername(username)).isEmpty();
  }

  @Nested
  class WhenAllIsWell {

    @Test
    void shouldMakeTheUserAndTheAccount() {
      UserId userId = scene.registrations.register(account("Ada.L", "Ada@Example.org"));

      assertVisible("ada.l", userId);
      assertThat(scene.commandSide.users().values())
          .singleElement()
          .satisfies(command -> assertThat(command.username()).isEqualTo("Ada.L"));
      assertThat(scene.credentials.verify(" aDA@example.org", PASSWORD)).contains(userId);
    }

    @Test
    void shouldGiveTheSameIdWhenRepeated() {
      UserId userId = scene.registrations.register(ada());

      assertThat(scene.registrations.register(ada())).isEqualTo(userId);
      assertThat(scene.registrations.register(account("ADA", "ADA@example.org"))).isEqualTo(userId);
      assertVisible("ada", userId);
    }
  }

  @Nested
  class WhenSomeoneWasFirst {

    @Test
    void shouldRefuseTheUsernameInAnotherCaseAndOfferAFreeOne() {
      scene.registrations.register(ada());
      scene.registrations.register(account("ada-2", "second@example.org"));

      assertThat(refusal(account("ADA", "other@example.org")))
          .isEqualTo(new RegistrationError.UsernameTaken("ADA-3"));
    }

    @Test
    void shouldRefuseTheAddressInAnotherCase() {
      scene.registrations.register(ada());

      assertThat(refusal(account("eve", "ADA@example.ORG")))
          .isEqualTo(new RegistrationError.EmailTaken());
      assertInvisible("eve");
    }

    @Test
    void shouldNotGiveTheIdToSomeoneWithAnotherPassword() {
      scene.registrations.register(ada());

      DomainError error =
          refusal(new NewAccount("ada", "ada@example.org", "another long one", "Eve", "E"));

      assertThat(error).isInstanceOf(RegistrationError.UsernameTaken.class);
      assertThat(scene.credentials.verify("ada@example.org", "another long one")).isEmpty();
    }

    @Test
    void shouldLetExactlyOneOfFiftyAtOnceHaveAName() throws Exception {
      List<Future<UserId>> results = new ArrayList<>();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 50; i++) {
          NewAccount account = account(i % 2 == 0 ? "Ada" : "aDA", "ada" + i + "@example.org");
          results.add(threads.submit(() -> scene.registrations.register(account)));
        }
      }

      List<UserId> winners = new ArrayList<>();
      for (Future<UserId> result : results) {
        try {
          winners.add(result.get());
        } catch (ExecutionException e) {
          assertThat(e.getCause())
              .isInstanceOfSatisfying(
                  DomainException.class,
                  refused ->
                      assertThat(refused.error())
                          .isInstanceOf(RegistrationError.UsernameTaken.class));
        }
      }
      assertThat(winners).hasSize(1);
      assertVisible("ada", winners.getFirst());
    }

    @Test
    void shouldGiveOneIdToFiftyRepetitionsAtOnce() throws Exception {
      List<Future<UserId>> results = new ArrayList<>();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 50; i++) {
          results.add(threads.submit(() -> scene.registrations.register(ada())));
        }
      }

      List<UserId> ids = new ArrayList<>();
      for (Future<UserId> result : results) {
        ids.add(result.get());
      }
      assertThat(ids).containsOnly(ids.getFirst());
      assertVisible("ada", ids.getFirst());
    }
  }

  @Nested
  class WhenTheCommandSideIsInTrouble {

    @Test
    void shouldLeaveNothingWhenNobodyHandles() {
      scene.commandSide.disconnect();

      assertThat(refusal(ada())).isEqualTo(new CommonError.Unavailable("user"));
      assertThat(scene.isReserved("ada")).isFalse();
    }

    @Test
    void shouldLeaveNothingWhenItRefuses() {
      scene.commandSide.trouble(Trouble.REFUSES);

      assertThat(refusal(ada()).code()).isEqualTo("user.refused");
      assertThat(scene.isReserved("ada")).isFalse();
    }

    @Test
    void shouldShowNothingAndCompleteLaterWhenItIsUnavailable() {
      scene.commandSide.trouble(Trouble.UNAVAILABLE);
      assertThat(refusal(ada())).isEqualTo(new CommonError.Unavailable("user"));
      assertInvisible("ada");
      scene.commandSide.trouble(Trouble.NONE);

      assertVisible("ada", scene.registrations.register(ada()));
    }

    @Test
    void shouldKeepTheSameUserWhenTheAnswerWasLost() {
      scene.commandSide.trouble(Trouble.LOSES_THE_ANSWER);
      assertThat(refusal(ada())).isEqualTo(new CommonError.Unavailable("user"));
      assertInvisible("ada");
      scene.commandSide.trouble(Trouble.NONE);

      assertVisible("ada", scene.registrations.register(ada()));
    }

    @Test
    void shouldWaitForALimitedTimeOnly() {
      scene.commandSide.trouble(Trouble.HANGS);

      assertThat(refusal(ada())).isEqualTo(new CommonError.Unavailable("user"));
      assertInvisible("ada");
      assertThat(scene.isReserved("ada")).isTrue();
    }

    @Test
    void shouldKeepTheRowOfAnEarlierAttemptWhenNobodyHandles() {
      UserId userId = scene.diesAfterMaking("ada", "ada@example.org");
      scene.commandSide.disconnect();
      assertThat(refusal(ada())).isEqualTo(new CommonError.Unavailable("user"));
      scene.commandSide.connect();

      assertThat(scene.registrations.register(ada())).isEqualTo(userId);
      assertVisible("ada", userId);
    }
  }

  @Nested
  class WhenAnEarlierAttemptWasInterrupted {

    @Test
    void shouldGoOnAfterTheReservation() {
      UserId userId = scene.diesAfterReserving("ada", "ada@example.org");
      assertInvisible("ada");

      assertThat(scene.registrations.register(ada())).isEqualTo(userId);
      assertVisible("ada", userId);
    }

    @Test
    void shouldGoOnAfterTheUserWasMade() {
      UserId userId = scene.diesAfterMaking("ada", "ada@example.org");
      assertInvisible("ada");

      assertThat(scene.registrations.register(ada())).isEqualTo(userId);
      assertVisible("ada", userId);
    }

    @Test
    void shouldTakeTheNewestPassword() {
      scene.diesAfterReserving("ada", "ada@example.org");

      UserId userId =
          scene.registrations.register(
              new NewAccount("ada", "ada@example.org", "another long one", "Ada", "Lovelace"));

      assertThat(scene.credentials.verify("ada@example.org", "another long one")).contains(userId);
      assertThat(scene.credentials.verify("ada@example.org", PASSWORD)).isEmpty();
    }

    @Test
    void shouldCompleteAtSignInWithTheRightPassword() {
      UserId userId = scene.diesAfterReserving("ada", "ada@example.org");

      assertThat(scene.credentials.verify("ada@example.org", "not this one")).isEmpty();
      assertInvisible("ada");
      assertThat(scene.credentials.verify("ada@example.org", PASSWORD)).contains(userId);
      assertVisible("ada", userId);
    }

    @Test
    void shouldBeCompletedByTheRecovery() {
      UserId first = scene.diesAfterReserving("ada", "ada@example.org");
      scene.recovery.run();
      assertInvisible("ada");
      scene.clock.advance(RegistrationRecovery.GRACE);

      scene.recovery.run();

      assertVisible("ada", first);
    }

    @Test
    void shouldBeReleasedByTheRecoveryWhenTheCommandSideRefuses() {
      scene.diesAfterReserving("ada", "ada@example.org");
      scene.commandSide.trouble(Trouble.REFUSES);
      scene.clock.advance(Duration.ofMinutes(1));

      scene.recovery.run();

      assertThat(scene.isReserved("ada")).isFalse();
    }

    @Test
    void shouldWaitForTheCommandSide() {
      UserId userId = scene.diesAfterMaking("ada", "ada@example.org");
      scene.clock.advance(Duration.ofMinutes(1));
      scene.commandSide.disconnect();
      scene.recovery.run();
      assertThat(scene.isReserved("ada")).isTrue();
      scene.commandSide.connect();

      scene.recovery.run();

      assertVisible("ada", userId);
    }
  }

  @Nested
  class WhenTheInputIsNotAsItMustBe {

    @Test
    void shouldNameEveryFieldAtOnceAndReserveNothing() {
      DomainError error = refusal(new NewAccount("a", "nowhere", "short", "", null));

      assertThat(error.code()).isEqualTo("registration.invalid");
      assertThat(error.errors())
          .extracting(FieldError::field)
          .containsExactlyInAnyOrder("username", "email", "password", "firstName", "lastName");
    }
  }

  @Nested
  class WhenSomeoneSignsIn {

    @Test
    void shouldCheckOnePasswordWhetherOrNotTheAddressIsKnown() {
      scene.registrations.register(ada());
      for (String email : List.of("ada@example.org", "nobody@example.org", "nul\0@example.org")) {
        scene.encoder.checks.set(0);

        assertThat(scene.credentials.verify(email, "not this one")).isEmpty();

        assertThat(scene.encoder.checks).as(email).hasValue(1);
      }
    }

    @Test
    void shouldNotWaitForEverForAPlaceAtTheEncoder() {
      BoundedPasswordEncoder full =
          new BoundedPasswordEncoder(scene.encoder, 0, Duration.ofMillis(1));

      assertThatThrownBy(() -> full.matches("any", "hash"))
          .isInstanceOfSatisfying(
              DomainException.class,
              refused ->
                  assertThat(refused.error()).isEqualTo(new CommonError.Unavailable("identity")));
    }
  }
}
