package io.beep.command.server;

import static io.beep.command.Decisions.ADA;
import static io.beep.command.Decisions.BEGINNING;
import static io.beep.command.Decisions.GRACE;
import static io.beep.command.Decisions.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.command.Decisions;
import io.beep.coreapi.invitation.AcceptInvitation;
import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.server.AdvanceServerDeletion;
import io.beep.coreapi.server.CreatedServer;
import io.beep.coreapi.server.DeleteServer;
import io.beep.coreapi.server.DeletionStep;
import io.beep.coreapi.server.FinishServerDeletion;
import io.beep.coreapi.server.RenameServer;
import io.beep.coreapi.server.RestoreServer;
import io.beep.coreapi.server.ServerDeletionAdvanced;
import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.server.ServerDeletionScheduled;
import io.beep.coreapi.server.ServerDeletionStarted;
import io.beep.coreapi.server.ServerError;
import io.beep.coreapi.server.ServerRestored;
import io.beep.coreapi.server.StartServerDeletion;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServerDeletionDecisionsTest {

  private static final Duration WEEK = Duration.ofDays(7);

  private final Decisions given = new Decisions();
  private final CreatedServer founded = given.privateServerOf(ADA);
  private final ServerId server = founded.id();

  @AfterEach
  void close() {
    given.close();
  }

  @Nested
  class WhenTheOwnerDeletes {

    @Test
    void shouldBeFinalInAWeek() {
      given.decide(new DeleteServer(server, ADA));

      assertThat(given.events())
          .containsExactly(new ServerDeletionScheduled(server, ADA, BEGINNING.plus(WEEK)));
    }

    @Test
    void shouldBeGoneForEverybodyAtOnce() {
      var code = given.invitationTo(server, ADA);
      given.decide(new DeleteServer(server, ADA));

      assertThat(given.refusalOf(new RenameServer(server, ADA, "still here")))
          .isEqualTo(new CommonError.NotFound("server"));
      assertThat(given.refusalOf(new DeleteServer(server, ADA)))
          .isEqualTo(new CommonError.NotFound("server"));
      assertThat(
              given.refusalOf(
                  new SendMessage(founded.channels().getFirst().id(), ADA, "hello", null)))
          .isEqualTo(new CommonError.NotFound("channel"));
      assertThat(given.refusalOf(new AcceptInvitation(code, GRACE)).code())
          .isEqualTo("invitation.server-gone");
    }
  }

  @Nested
  class WhenTheOwnerRestores {

    @Test
    void shouldBeAsBefore() {
      var code = given.invitationTo(server, ADA);
      given.decide(new DeleteServer(server, ADA));
      given.later(WEEK.minusMillis(1));

      given.decide(new RestoreServer(server, ADA));

      assertThat(given.events()).containsExactly(new ServerRestored(server, ADA));
      given.decide(new SendMessage(founded.channels().getFirst().id(), ADA, "back", null));
      given.decide(new RenameServer(server, ADA, "Engines again"));
      given.decide(new DeleteServer(server, ADA));
      given.decide(new RestoreServer(server, ADA));
      assertThat(code).isNotNull();
    }

    @Test
    void shouldDoNothingToAServerThatIsNotDeleted() {
      given.decide(new RestoreServer(server, ADA));

      assertThat(given.events()).isEmpty();
    }

    @Test
    void shouldBeTooLateAfterAWeek() {
      given.decide(new DeleteServer(server, ADA));
      given.later(WEEK);

      assertThat(given.refusalOf(new RestoreServer(server, ADA)))
          .isEqualTo(new ServerError.DeletionFinal());
    }

    @Test
    void shouldTellNobodyElseThatThereWasAServer() {
      given.decide(new DeleteServer(server, ADA));

      for (UserId other : new UserId[] {GRACE, STRANGER}) {
        assertThat(given.refusalOf(new RestoreServer(server, other)))
            .isEqualTo(new CommonError.NotFound("server"));
      }
    }
  }

  @Nested
  class WhenTheProcessRemoves {

    private void due() {
      given.decide(new DeleteServer(server, ADA));
      given.later(WEEK);
    }

    @Test
    void shouldWaitForItsTime() {
      assertThat(given.refusalOf(new StartServerDeletion(server, ADA)))
          .isEqualTo(new ServerError.DeletionNotDue());
      given.decide(new DeleteServer(server, ADA));
      given.later(WEEK.minusMillis(1));
      assertThat(given.refusalOf(new StartServerDeletion(server, ADA)))
          .isEqualTo(new ServerError.DeletionNotDue());
      assertThat(given.refusalOf(new FinishServerDeletion(server, ADA, Map.of())))
          .isEqualTo(new ServerError.DeletionNotDue());
    }

    @Test
    void shouldNotStartWhatWasRestored() {
      given.decide(new DeleteServer(server, ADA));
      given.decide(new RestoreServer(server, ADA));
      given.later(WEEK);

      assertThat(given.refusalOf(new StartServerDeletion(server, ADA)))
          .isEqualTo(new ServerError.DeletionNotDue());
    }

    @Test
    void shouldStartOnce() {
      due();

      given.decide(new StartServerDeletion(server, ADA));
      assertThat(given.events()).containsExactly(new ServerDeletionStarted(server, ADA));
      given.decide(new StartServerDeletion(server, ADA));
      assertThat(given.events()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellOfEachAdvanceOnce(DeletionStep step) {
      due();
      given.decide(new StartServerDeletion(server, ADA));

      given.decide(new AdvanceServerDeletion(server, ADA, step, 10, 20));
      assertThat(given.events())
          .containsExactly(new ServerDeletionAdvanced(server, ADA, step.wireName(), 10, 20));
      given.decide(new AdvanceServerDeletion(server, ADA, step, 10, 20));
      assertThat(given.events()).isEmpty();
      given.decide(new AdvanceServerDeletion(server, ADA, step, 5, 20));
      assertThat(given.events()).isEmpty();
    }

    @Test
    void shouldNotGoBackToAnEarlierStep() {
      due();
      given.decide(new AdvanceServerDeletion(server, ADA, DeletionStep.MESSAGES, 1, 20));

      given.decide(new AdvanceServerDeletion(server, ADA, DeletionStep.INVITATIONS, 7, 20));

      assertThat(given.events()).isEmpty();
    }

    @Test
    void shouldEndOnce() {
      due();
      given.decide(new StartServerDeletion(server, ADA));
      FinishServerDeletion finish =
          new FinishServerDeletion(server, ADA, Map.of(DeletionStep.MESSAGES, 3L));

      given.decide(finish);

      assertThat(given.events())
          .containsExactly(new ServerDeletionFinished(server, ADA, Map.of("messages", 3L)));
      assertThat(given.refusalOf(finish)).isInstanceOf(CommonError.NotFound.class);
      assertThat(given.refusalOf(new RestoreServer(server, ADA)))
          .isInstanceOf(CommonError.NotFound.class);
    }
  }
}
