package io.beep.command.server;

import static io.beep.command.Decisions.ADA;
import static io.beep.command.Decisions.GRACE;
import static io.beep.command.Decisions.LINUS;
import static io.beep.command.Decisions.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.command.Decisions;
import io.beep.coreapi.channel.RenameChannel;
import io.beep.coreapi.channel.SetChannelOverwrite;
import io.beep.coreapi.server.CreateRole;
import io.beep.coreapi.server.CreatedServer;
import io.beep.coreapi.server.DeleteRole;
import io.beep.coreapi.server.LeaveServer;
import io.beep.coreapi.server.RecolourRole;
import io.beep.coreapi.server.RenameRole;
import io.beep.coreapi.server.RenameServer;
import io.beep.coreapi.server.ReorderRoles;
import io.beep.coreapi.server.RestoreRole;
import io.beep.coreapi.server.RoleError;
import io.beep.coreapi.server.RoleRestored;
import io.beep.coreapi.server.SetRolePermissions;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.Quotas;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RoleRestorationTest {

  private static final Duration GRACE_TIME = Duration.ofDays(7);

  private final Decisions given = new Decisions();
  private CreatedServer founded;
  private ServerId server;

  @BeforeEach
  void found() {
    founded = given.publicServerOf(ADA);
    server = founded.id();
    given.member(GRACE, server).member(LINUS, server);
  }

  @AfterEach
  void close() {
    given.close();
  }

  private void restore(RoleId role) {
    given.decide(new RestoreRole(server, ADA, role));
  }

  @Nested
  class WhenTheOwnerRestores {

    @Test
    void shouldBringBackWhatItWas() {
      RoleId role = given.roleIn(server, ADA, Permission.MANAGE_SERVER);
      given.decide(new RenameRole(server, ADA, role, "Stokers"));
      given.decide(new RecolourRole(server, ADA, role, "#b45309"));
      given.decide(
          new SetRolePermissions(server, ADA, role, PermissionSet.of(Permission.KICK_MEMBERS)));
      given.decide(new DeleteRole(server, ADA, role));

      restore(role);

      assertThat(given.events())
          .containsExactly(
              new RoleRestored(
                  server, role, "Stokers", "#b45309", List.of("KICK_MEMBERS"), List.of(role), ADA));
      given.decide(new RenameRole(server, ADA, role, "Drivers"));
      assertThat(given.events()).hasSize(1);
    }

    @Test
    void shouldGiveItBackToWhoHadItAndIsStillThere() {
      RoleId role = given.roleIn(server, ADA, Permission.MANAGE_SERVER);
      given.holder(GRACE, server, ADA, role).holder(LINUS, server, ADA, role);
      given.decide(new DeleteRole(server, ADA, role));
      given.decide(new LeaveServer(server, LINUS));
      given.member(LINUS, server);
      assertThat(given.refusalOf(new RenameServer(server, GRACE, "Looms")))
          .isEqualTo(new CommonError.Forbidden("MANAGE_SERVER"));

      restore(role);

      given.decide(new RenameServer(server, GRACE, "Looms"));
      assertThat(given.refusalOf(new RenameServer(server, LINUS, "Engines")))
          .isEqualTo(new CommonError.Forbidden("MANAGE_SERVER"));
    }

    @Test
    void shouldLetWhatChannelsGaveItCountAgain() {
      RoleId role = given.roleIn(server, ADA);
      var channel = founded.channels().getFirst().id();
      given.holder(GRACE, server, ADA, role);
      given.decide(
          new SetChannelOverwrite(
              channel,
              ADA,
              role.value(),
              PermissionSet.of(Permission.MANAGE_CHANNELS),
              PermissionSet.NONE));
      given.decide(new DeleteRole(server, ADA, role));
      assertThat(given.refusalOf(new RenameChannel(channel, GRACE, "mine")))
          .isEqualTo(new CommonError.Forbidden("MANAGE_CHANNELS"));

      restore(role);

      given.decide(new RenameChannel(channel, GRACE, "mine"));
      assertThat(given.events()).hasSize(1);
    }

    @Test
    void shouldStandWhereItStood() {
      RoleId a = given.roleIn(server, ADA);
      RoleId b = given.roleIn(server, ADA);
      RoleId c = given.roleIn(server, ADA);
      given.decide(new DeleteRole(server, ADA, b));
      given.decide(new ReorderRoles(server, ADA, List.of(c, a)));

      restore(b);

      assertThat(given.events())
          .singleElement()
          .isInstanceOfSatisfying(
              RoleRestored.class, back -> assertThat(back.order()).containsExactly(c, a, b));
    }

    @Test
    void shouldStandBeneathTheNearestThatIsLeft() {
      RoleId a = given.roleIn(server, ADA);
      RoleId b = given.roleIn(server, ADA);
      RoleId c = given.roleIn(server, ADA);
      given.decide(new DeleteRole(server, ADA, c));
      given.decide(new DeleteRole(server, ADA, b));
      RoleId d = given.roleIn(server, ADA);

      restore(c);
      assertThat(given.events())
          .singleElement()
          .isInstanceOfSatisfying(
              RoleRestored.class, back -> assertThat(back.order()).containsExactly(a, c, d));
      restore(b);
      assertThat(given.events())
          .singleElement()
          .isInstanceOfSatisfying(
              RoleRestored.class, back -> assertThat(back.order()).containsExactly(a, b, c, d));
    }

    @Test
    void shouldChangeNothingWhenItIsThere() {
      RoleId role = given.roleIn(server, ADA);
      given.decide(new DeleteRole(server, ADA, role));
      restore(role);

      restore(role);

      assertThat(given.events()).isEmpty();
    }
  }

  @Nested
  class WhenItIsRefused {

    @Test
    void shouldKnowTheTimeInWhichItMayBe() {
      RoleId role = given.roleIn(server, ADA);
      given.decide(new DeleteRole(server, ADA, role));

      given.later(GRACE_TIME);

      assertThat(given.refusalOf(new RestoreRole(server, ADA, role)))
          .isEqualTo(new RoleError.DeletionFinal());
    }

    @Test
    void shouldNotFindOneThatNeverWas() {
      assertThat(given.refusalOf(new RestoreRole(server, ADA, new RoleId(new UUID(9, 9)))))
          .isEqualTo(new CommonError.NotFound("role"));
    }

    @Test
    void shouldWantTheRightToManageRoles() {
      RoleId role = given.roleIn(server, ADA);
      given.decide(new DeleteRole(server, ADA, role));

      assertThat(given.refusalOf(new RestoreRole(server, GRACE, role)))
          .isEqualTo(new CommonError.Forbidden("MANAGE_ROLES"));
      assertThat(given.refusalOf(new RestoreRole(server, STRANGER, role)))
          .isInstanceOf(CommonError.Forbidden.class);
    }

    @Test
    void shouldNotPutOneAboveOrAtOnesOwn() {
      RoleId captain = given.roleIn(server, ADA);
      RoleId mate = given.roleIn(server, ADA, Permission.MANAGE_ROLES);
      given.holder(GRACE, server, ADA, mate);
      given.decide(new DeleteRole(server, ADA, captain));

      assertThat(given.refusalOf(new RestoreRole(server, GRACE, captain)))
          .isEqualTo(new RoleError.NotBeneath());
    }

    @Test
    void shouldNotBringBackMoreThanOneMayDo() {
      RoleId mate = given.roleIn(server, ADA, Permission.MANAGE_ROLES);
      RoleId judge = given.roleIn(server, ADA, Permission.BAN_MEMBERS);
      given.holder(GRACE, server, ADA, mate);
      given.decide(new DeleteRole(server, ADA, judge));

      assertThat(given.refusalOf(new RestoreRole(server, GRACE, judge)))
          .isEqualTo(new CommonError.Forbidden("BAN_MEMBERS"));
    }

    @Test
    void shouldFindNoRoomWhereThereIsNone() {
      RoleId first = given.roleIn(server, ADA);
      given.decide(new DeleteRole(server, ADA, first));
      for (int i = 0; i < Quotas.ROLES_OF_A_SERVER; i++) {
        given.decide(new CreateRole(server, ADA, "role", null, PermissionSet.NONE));
      }

      assertThat(given.refusalOf(new RestoreRole(server, ADA, first)))
          .isEqualTo(new RoleError.LimitReached(Quotas.ROLES_OF_A_SERVER));
    }
  }
}
