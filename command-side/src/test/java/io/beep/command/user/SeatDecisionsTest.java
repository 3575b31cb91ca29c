package io.beep.command.user;

import static io.beep.command.Decisions.ADA;
import static io.beep.command.Decisions.GRACE;
import static io.beep.command.Decisions.LINUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.command.Decisions;
import io.beep.coreapi.invitation.AcceptInvitation;
import io.beep.coreapi.server.BanMember;
import io.beep.coreapi.server.CreateServer;
import io.beep.coreapi.server.DeleteServer;
import io.beep.coreapi.server.JoinServer;
import io.beep.coreapi.server.KickMember;
import io.beep.coreapi.server.LeaveServer;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.MemberLeft;
import io.beep.coreapi.server.ServerError;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.Command;
import io.beep.coreapi.shared.DomainError;
import io.beep.coreapi.shared.Quotas;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.user.ServerSeatFreed;
import io.beep.coreapi.user.ServerSeatTaken;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SeatDecisionsTest {

  private static final ServerError FULL =
      new ServerError.JoinedLimitReached(Quotas.SERVERS_OF_A_USER);

  private final Decisions given = new Decisions();

  @AfterEach
  void close() {
    given.close();
  }

  /** Each of somebody who has founded few. */
  private List<ServerId> publicServers(int many) {
    return IntStream.range(0, many).mapToObj(this::publicServer).toList();
  }

  private ServerId publicServer(int number) {
    return given
        .publicServerOf(new UserId(new UUID(7, number / Quotas.SERVERS_FOUNDED_IN_A_DAY)))
        .id();
  }

  private void join(UserId user, List<ServerId> servers) {
    servers.forEach(server -> given.decide(new JoinServer(server, user)));
  }

  @Nested
  class WhenSomeoneJoins {

    @Test
    void shouldTakeASeatAndFreeItWhenTheyGo() {
      ServerId server = publicServer(0);

      given.decide(new JoinServer(server, ADA));
      assertThat(given.events()).containsExactly(new MemberJoined(server, ADA));
      assertThat(given.seats()).containsExactly(new ServerSeatTaken(ADA, server, null));

      given.decide(new LeaveServer(server, ADA));
      assertThat(given.events()).containsExactly(new MemberLeft(server, ADA));
      assertThat(given.seats()).containsExactly(new ServerSeatFreed(ADA, server));
    }

    @Test
    void shouldBeRefusedWithoutASeat() {
      List<ServerId> servers = publicServers(Quotas.SERVERS_OF_A_USER + 1);
      join(ADA, servers.subList(0, Quotas.SERVERS_OF_A_USER));

      assertThat(given.refusalOf(new JoinServer(servers.getLast(), ADA))).isEqualTo(FULL);
      assertThat(given.refusalOf(new CreateServer(ADA, "One more", null, Visibility.PUBLIC)))
          .isEqualTo(FULL);
      given.decide(new JoinServer(servers.getFirst(), ADA));
      assertThat(given.events()).as("in it already").isEmpty();
      given.decide(new JoinServer(servers.getLast(), GRACE));
    }

    @Test
    void shouldBeRefusedByInvitationToo() {
      join(ADA, publicServers(Quotas.SERVERS_OF_A_USER));
      ServerId secret = given.privateServerOf(GRACE).id();

      assertThat(given.refusalOf(new AcceptInvitation(given.invitationTo(secret, GRACE), ADA)))
          .isEqualTo(FULL);
    }

    /** Each of the hundred is another membership, and none knows of the others. */
    @Test
    void shouldEndAtTheLimitHoweverManyComeAtOnce() {
      List<ServerId> servers = publicServers(Quotas.SERVERS_OF_A_USER - 1 + 100);
      join(ADA, servers.subList(0, Quotas.SERVERS_OF_A_USER - 1));

      List<@Nullable DomainError> refusals =
          given.together(
              servers.subList(Quotas.SERVERS_OF_A_USER - 1, servers.size()).stream()
                  .<Command>map(server -> new JoinServer(server, ADA))
                  .toList());

      assertThat(refusals).filteredOn(Objects::isNull).hasSize(1);
      assertThat(refusals).filteredOn(Objects::nonNull).hasSize(99).containsOnly(FULL);
      assertThat(given.everything())
          .filteredOn(event -> event instanceof MemberJoined joined && joined.userId().equals(ADA))
          .hasSize(Quotas.SERVERS_OF_A_USER);
    }
  }

  @Nested
  class WhenSomeoneIsNoLongerInAServer {

    private void assertSeatIsFreeAfter(Command departure, ServerId server) {
      List<ServerId> others = publicServers(Quotas.SERVERS_OF_A_USER);
      given.decide(new JoinServer(server, LINUS));
      join(LINUS, others.subList(1, Quotas.SERVERS_OF_A_USER));
      assertThat(given.refusalOf(new JoinServer(others.getFirst(), LINUS))).isEqualTo(FULL);

      given.decide(departure);

      given.decide(new JoinServer(others.getFirst(), LINUS));
      assertThat(given.events()).contains(new MemberJoined(others.getFirst(), LINUS));
    }

    @Test
    void shouldHaveASeatAgainWhenTheyLeft() {
      ServerId server = given.publicServerOf(ADA).id();
      assertSeatIsFreeAfter(new LeaveServer(server, LINUS), server);
    }

    @Test
    void shouldHaveASeatAgainWhenTheyWereKicked() {
      ServerId server = given.publicServerOf(ADA).id();
      assertSeatIsFreeAfter(new KickMember(server, ADA, LINUS, null), server);
    }

    @Test
    void shouldHaveASeatAgainWhenTheyWereBanned() {
      ServerId server = given.publicServerOf(ADA).id();
      assertSeatIsFreeAfter(new BanMember(server, ADA, LINUS, null), server);
    }

    @Test
    void shouldHaveASeatAgainWhenTheServerWasDeleted() {
      ServerId server = given.publicServerOf(ADA).id();
      assertSeatIsFreeAfter(new DeleteServer(server, ADA), server);
    }

    @Test
    void shouldFreeNothingThatWasNeverTaken() {
      ServerId server = given.publicServerOf(ADA).id();
      given.account(LINUS);

      given.decide(new BanMember(server, ADA, LINUS, null));

      assertThat(given.events()).hasSize(1);
      assertThat(given.seats()).isEmpty();
    }
  }

  @Nested
  class WhenSomeoneFounds {

    private CreateServer founding() {
      return new CreateServer(ADA, "Engines", null, Visibility.PUBLIC);
    }

    @Test
    void shouldBeRefusedTheEleventhOfADay() {
      for (int i = 0; i < Quotas.SERVERS_FOUNDED_IN_A_DAY; i++) {
        given.later(Duration.ofHours(1)).decide(founding());
      }

      assertThat(given.refusalOf(founding()))
          .isEqualTo(new ServerError.FoundedLimitReached(Quotas.SERVERS_FOUNDED_IN_A_DAY));
      given.decide(new CreateServer(GRACE, "Others", null, Visibility.PUBLIC));
    }

    @Test
    void shouldFoundAgainADayAfterTheFirst() {
      for (int i = 0; i < Quotas.SERVERS_FOUNDED_IN_A_DAY; i++) {
        given.later(Duration.ofHours(1)).decide(founding());
      }

      given.later(Quotas.DAY.minusHours(Quotas.SERVERS_FOUNDED_IN_A_DAY)).refusalOf(founding());
      given.later(Duration.ofHours(1)).decide(founding());
      assertThat(given.refusalOf(founding())).isInstanceOf(ServerError.FoundedLimitReached.class);
    }

    @Test
    void shouldNotBeHelpedByDeleting() {
      for (int i = 0; i < Quotas.SERVERS_FOUNDED_IN_A_DAY; i++) {
        ServerId server = given.publicServerOf(ADA).id();
        given.decide(new DeleteServer(server, ADA));
      }

      assertThat(given.refusalOf(founding())).isInstanceOf(ServerError.FoundedLimitReached.class);
    }

    @Test
    void shouldEndAtTheLimitHoweverManyAreFoundedAtOnce() {
      List<@Nullable DomainError> refusals =
          given.together(IntStream.range(0, 40).<Command>mapToObj(_ -> founding()).toList());

      assertThat(refusals).filteredOn(Objects::isNull).hasSize(Quotas.SERVERS_FOUNDED_IN_A_DAY);
    }
  }
}
