package io.beep.command.server;

import static io.beep.command.Decisions.ADA;
import static io.beep.command.Decisions.GRACE;
import static io.beep.command.Decisions.LINUS;
import static io.beep.command.Decisions.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.command.Decisions;
import io.beep.coreapi.channel.ChannelType;
import io.beep.coreapi.channel.CreateChannel;
import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.server.CreateRole;
import io.beep.coreapi.server.CreatedServer;
import io.beep.coreapi.server.DeleteRole;
import io.beep.coreapi.server.EditRole;
import io.beep.coreapi.server.GiveRole;
import io.beep.coreapi.server.JoinServer;
import io.beep.coreapi.server.LeaveServer;
import io.beep.coreapi.server.RecolourRole;
import io.beep.coreapi.server.RenameRole;
import io.beep.coreapi.server.RenameServer;
import io.beep.coreapi.server.ReorderRoles;
import io.beep.coreapi.server.RoleCreated;
import io.beep.coreapi.server.RoleDeleted;
import io.beep.coreapi.server.RoleError;
import io.beep.coreapi.server.RoleGiven;
import io.beep.coreapi.server.RolePermissionsSet;
import io.beep.coreapi.server.RoleRecoloured;
import io.beep.coreapi.server.RoleRenamed;
import io.beep.coreapi.server.RoleTaken;
import io.beep.coreapi.server.RolesReordered;
import io.beep.coreapi.server.ServerRenamed;
import io.beep.coreapi.server.SetMemberRoles;
import io.beep.coreapi.server.SetRolePermissions;
import io.beep.coreapi.server.TakeRole;
import io.beep.coreapi.shared.Command;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.NewText;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleDecisionsTest {

  private static final Instant IN_A_WEEK = Decisions.BEGINNING.plus(Duration.ofDays(7));

  private static final RoleId NONE = new RoleId(new UUID(9, 9));

  private final Decisions given = new Decisions();
  private CreatedServer founded;
  private ServerId server;
  private RoleId everyone;

  @BeforeEach
  void found() {
    founded = given.publicServerOf(ADA);
    server = founded.id();
    everyone = RoleId.everyone(server);
    given.member(GRACE, server).member(LINUS, server);
  }

  @AfterEach
  void close() {
    given.close();
  }

  /** Grace may manage roles; above hers stands {@code captain}, beneath it {@code sailor}. */
  private final class Crew {

    private final RoleId captain = given.roleIn(server, ADA, Permission.MANAGE_SERVER);
    private final RoleId mate =
        given.roleIn(server, ADA, Permission.MANAGE_ROLES, Permission.KICK_MEMBERS);
    private final RoleId sailor = given.roleIn(server, ADA, Permission.KICK_MEMBERS);

    private Crew() {
      given.holder(GRACE, server, ADA, mate);
    }
  }

  private static PermissionSet set(Permission... permissions) {
    return PermissionSet.of(permissions);
  }

  @Nested
  class WhenARoleIsCreated {

    @Test
    void shouldStandBeneathAllOthers() {
      RoleId first = given.roleIn(server, ADA);
      RoleId second = given.roleIn(server, ADA);

      given.decide(new ReorderRoles(server, ADA, List.of(first, second)));

      assertThat(given.events()).as("the order in which they stood already").isEmpty();
    }

    @Test
    void shouldKeepNameAndColourInOneForm() {
      RoleId role =
          given.when(
              new CreateRole(server, ADA, " Stokers ", "#B45309", set(Permission.MUTE_MEMBERS)),
              RoleId.class);

      assertThat(given.events())
          .containsExactly(
              new RoleCreated(server, role, "Stokers", "#b45309", List.of("MUTE_MEMBERS"), ADA));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    void shouldRefuseANameOfTheWrongLength(int length) {
      assertThat(
              given.refusalOf(
                  new CreateRole(server, ADA, "x".repeat(length), null, PermissionSet.NONE)))
          .isEqualTo(new RoleError.NameInvalid(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#12345", "#1234567", "#12345g", "123456", " #123456"})
    void shouldRefuseWhatIsNoColour(String colour) {
      assertThat(given.refusalOf(new CreateRole(server, ADA, "role", colour, PermissionSet.NONE)))
          .isEqualTo(new RoleError.ColourInvalid());
    }

    @Test
    void shouldStopAt250() {
      IntStream.range(0, 250).forEach(_ -> given.roleIn(server, ADA));

      assertThat(given.refusalOf(new CreateRole(server, ADA, "one more", null, PermissionSet.NONE)))
          .isEqualTo(new RoleError.LimitReached(250));
    }

    @Test
    void shouldHaveRoomAgainWhenOneIsDeleted() {
      RoleId first = given.roleIn(server, ADA);
      IntStream.range(1, 250).forEach(_ -> given.roleIn(server, ADA));
      given.decide(new DeleteRole(server, ADA, first));

      given.roleIn(server, ADA);

      assertThat(given.events()).hasSize(1);
    }

    @Test
    void shouldRefusePermissionsThatOneLacks() {
      new Crew();

      assertThat(
              given.refusalOf(
                  new CreateRole(server, GRACE, "gods", null, set(Permission.ADMINISTRATOR))))
          .isEqualTo(new CommonError.Forbidden("ADMINISTRATOR"));
      given.decide(new CreateRole(server, GRACE, "guards", null, set(Permission.KICK_MEMBERS)));
      assertThat(given.events()).hasSize(1);
    }
  }

  @Nested
  class WhenARoleIsChanged {

    @Test
    void shouldRenameRecolourAndAllow() {
      RoleId role = given.roleIn(server, ADA);

      given.decide(new RenameRole(server, ADA, role, " Drivers "));
      assertThat(given.events()).containsExactly(new RoleRenamed(server, role, "Drivers", ADA));
      given.decide(new RecolourRole(server, ADA, role, "#1D4ED8"));
      assertThat(given.events()).containsExactly(new RoleRecoloured(server, role, "#1d4ed8", ADA));
      given.decide(new RecolourRole(server, ADA, role, null));
      assertThat(given.events()).containsExactly(new RoleRecoloured(server, role, null, ADA));
      given.decide(new SetRolePermissions(server, ADA, role, set(Permission.KICK_MEMBERS)));
      assertThat(given.events())
          .containsExactly(new RolePermissionsSet(server, role, List.of("KICK_MEMBERS"), ADA));
    }

    @Test
    void shouldDoNothingWhenNothingChanges() {
      RoleId role = given.roleIn(server, ADA, Permission.SPEAK);

      for (Command same :
          List.of(
              new RenameRole(server, ADA, role, "role"),
              new RecolourRole(server, ADA, role, null),
              new SetRolePermissions(server, ADA, role, set(Permission.SPEAK)))) {
        given.decide(same);
        assertThat(given.events()).isEmpty();
      }
    }

    @Test
    void shouldNotTouchPermissionsThatOneLacksEitherWay() {
      Crew crew = new Crew();
      given.decide(
          new SetRolePermissions(
              server, ADA, crew.sailor, set(Permission.KICK_MEMBERS, Permission.BAN_MEMBERS)));

      assertThat(
              given.refusalOf(
                  new SetRolePermissions(server, GRACE, crew.sailor, set(Permission.KICK_MEMBERS))))
          .as("taking what she lacks")
          .isEqualTo(new CommonError.Forbidden("BAN_MEMBERS"));
      assertThat(
              given.refusalOf(
                  new SetRolePermissions(
                      server,
                      GRACE,
                      crew.sailor,
                      set(Permission.BAN_MEMBERS, Permission.MANAGE_SERVER))))
          .as("giving what she lacks")
          .isEqualTo(new CommonError.Forbidden("MANAGE_SERVER"));
      given.decide(new SetRolePermissions(server, GRACE, crew.sailor, set(Permission.BAN_MEMBERS)));
      assertThat(given.events())
          .as("what stays may be more than she has")
          .containsExactly(
              new RolePermissionsSet(server, crew.sailor, List.of("BAN_MEMBERS"), GRACE));
    }

    @Test
    void shouldLetEveryoneBeToldWhatTheyMay() {
      Crew crew = new Crew();

      given.decide(new SetRolePermissions(server, GRACE, everyone, set(Permission.VIEW_CHANNEL)));

      assertThat(given.events())
          .as("nothing of it she lacks; %s stands above @everyone", crew.mate)
          .containsExactly(
              new RolePermissionsSet(server, everyone, List.of("VIEW_CHANNEL"), GRACE));
    }
  }

  @Nested
  class WhenSeveralThingsAreChangedAtOnce {

    @Test
    void shouldChangeAllOfItAndNothingTwice() {
      RoleId role = given.roleIn(server, ADA);
      EditRole wish =
          new EditRole(
              server, ADA, role, "Drivers", new NewText("#1D4ED8"), set(Permission.KICK_MEMBERS));

      given.decide(wish);
      assertThat(given.events())
          .containsExactly(
              new RoleRenamed(server, role, "Drivers", ADA),
              new RoleRecoloured(server, role, "#1d4ed8", ADA),
              new RolePermissionsSet(server, role, List.of("KICK_MEMBERS"), ADA));
      given.decide(wish);
      assertThat(given.events()).isEmpty();
      given.decide(new EditRole(server, ADA, role, null, new NewText(null), null));
      assertThat(given.events()).containsExactly(new RoleRecoloured(server, role, null, ADA));
    }

    @Test
    void shouldChangeNothingWhenOneIsRefused() {
      Crew crew = new Crew();

      assertThat(
              given.refusalOf(
                  new EditRole(server, ADA, crew.sailor, "Deck", new NewText("red"), null)))
          .isEqualTo(new RoleError.ColourInvalid());
      assertThat(
              given.refusalOf(
                  new EditRole(
                      server, GRACE, crew.sailor, "Deck", null, set(Permission.BAN_MEMBERS))))
          .isEqualTo(new CommonError.Forbidden("BAN_MEMBERS"));
      assertThat(given.everything()).doesNotHaveAnyElementsOfTypes(RoleRenamed.class);
    }

    @Test
    void shouldSetOnlyThePermissionsOfEveryone() {
      PermissionSet all = set(Permission.VIEW_CHANNEL);

      assertThat(given.refusalOf(new EditRole(server, ADA, everyone, "all", null, all)))
          .isEqualTo(new RoleError.EveryoneFixed());
      assertThat(
              given.refusalOf(
                  new EditRole(server, ADA, everyone, null, new NewText("#000000"), all)))
          .isEqualTo(new RoleError.EveryoneFixed());
      given.decide(new EditRole(server, ADA, everyone, null, null, all));
      assertThat(given.events())
          .containsExactly(new RolePermissionsSet(server, everyone, List.of("VIEW_CHANNEL"), ADA));
    }
  }

  @Nested
  class WhenItIsTheRoleOfEveryone {

    @Test
    void shouldNeitherBeNamedColouredMovedDeletedGivenNorTaken() {
      RoleId role = given.roleIn(server, ADA);

      for (Command wish :
          List.of(
              new RenameRole(server, ADA, everyone, "all"),
              new RecolourRole(server, ADA, everyone, "#000000"),
              new ReorderRoles(server, ADA, List.of(everyone, role)),
              new DeleteRole(server, ADA, everyone),
              new GiveRole(server, ADA, GRACE, everyone),
              new TakeRole(server, ADA, GRACE, everyone),
              new SetMemberRoles(server, ADA, GRACE, List.of(everyone)))) {
        assertThat(given.refusalOf(wish)).isEqualTo(new RoleError.EveryoneFixed());
      }
    }
  }

  @Nested
  class WhenRolesAreReordered {

    @Test
    void shouldMoveAsTheOwnerWishes() {
      Crew crew = new Crew();
      List<RoleId> order = List.of(crew.sailor, crew.captain, crew.mate);

      given.decide(new ReorderRoles(server, ADA, order));
      assertThat(given.events()).containsExactly(new RolesReordered(server, order, ADA));
      given.decide(new ReorderRoles(server, ADA, order));
      assertThat(given.events()).isEmpty();
    }

    @Test
    void shouldLeaveWhereItIsAllDownToOnesOwn() {
      Crew crew = new Crew();
      RoleId boy = given.roleIn(server, ADA);

      given.decide(
          new ReorderRoles(server, GRACE, List.of(crew.captain, crew.mate, boy, crew.sailor)));
      assertThat(given.events()).hasSize(1);
      assertThat(
              given.refusalOf(
                  new ReorderRoles(
                      server, GRACE, List.of(crew.captain, boy, crew.mate, crew.sailor))))
          .isEqualTo(new RoleError.NotBeneath());
      assertThat(
              given.refusalOf(
                  new ReorderRoles(
                      server, GRACE, List.of(crew.mate, crew.captain, boy, crew.sailor))))
          .isEqualTo(new RoleError.NotBeneath());
    }

    @Test
    void shouldRefuseAnOrderThatIsNotOfAllRoles() {
      Crew crew = new Crew();

      for (List<RoleId> order :
          List.of(
              List.<RoleId>of(),
              List.of(crew.captain, crew.mate),
              List.of(crew.captain, crew.mate, crew.mate),
              List.of(crew.captain, crew.mate, crew.sailor, crew.sailor),
              List.of(crew.captain, crew.mate, NONE))) {
        assertThat(given.refusalOf(new ReorderRoles(server, ADA, order)))
            .isEqualTo(new RoleError.OrderOutdated());
      }
    }

    @Test
    void shouldRaiseWhoHasTheRole() {
      Crew crew = new Crew();
      assertThat(given.refusalOf(new DeleteRole(server, GRACE, crew.captain)))
          .isEqualTo(new RoleError.NotBeneath());
      given.decide(new SetRolePermissions(server, ADA, crew.captain, PermissionSet.NONE));

      given.decide(new ReorderRoles(server, ADA, List.of(crew.mate, crew.captain, crew.sailor)));

      given.decide(new DeleteRole(server, GRACE, crew.captain));
      assertThat(given.events())
          .containsExactly(new RoleDeleted(server, crew.captain, GRACE, IN_A_WEEK));
    }
  }

  @Nested
  class WhenARoleIsGivenOrTaken {

    @Test
    void shouldGiveItOnceAndTakeItOnce() {
      RoleId role = given.roleIn(server, ADA);

      given.decide(new GiveRole(server, ADA, GRACE, role));
      assertThat(given.events()).containsExactly(new RoleGiven(server, GRACE, role, ADA));
      given.decide(new GiveRole(server, ADA, GRACE, role));
      assertThat(given.events()).isEmpty();
      given.decide(new TakeRole(server, ADA, GRACE, role));
      assertThat(given.events()).containsExactly(new RoleTaken(server, GRACE, role, ADA));
      given.decide(new TakeRole(server, ADA, GRACE, role));
      assertThat(given.events()).isEmpty();
    }

    @Test
    void shouldGiveAndTakeUntilAMemberHasExactlyThese() {
      RoleId kept = given.roleIn(server, ADA);
      RoleId lost = given.roleIn(server, ADA);
      RoleId won = given.roleIn(server, ADA);
      given.holder(GRACE, server, ADA, kept, lost);

      given.decide(new SetMemberRoles(server, ADA, GRACE, List.of(won, kept, won)));

      assertThat(given.events())
          .containsExactly(
              new RoleTaken(server, GRACE, lost, ADA), new RoleGiven(server, GRACE, won, ADA));
    }

    @Test
    void shouldGiveAllOrNothing() {
      Crew crew = new Crew();

      assertThat(
              given.refusalOf(
                  new SetMemberRoles(server, GRACE, LINUS, List.of(crew.sailor, crew.captain))))
          .isEqualTo(new RoleError.NotBeneath());
      given.decide(new SetMemberRoles(server, GRACE, LINUS, List.of(crew.sailor)));
      assertThat(given.events()).hasSize(1);
    }

    @Test
    void shouldNotHandOutOnesOwnNorWhatStandsAbove() {
      Crew crew = new Crew();
      given.holder(LINUS, server, ADA, crew.captain, crew.mate);

      for (Command wish :
          List.of(
              new GiveRole(server, GRACE, GRACE, crew.captain),
              new GiveRole(server, GRACE, GRACE, crew.mate),
              new TakeRole(server, GRACE, LINUS, crew.captain),
              new TakeRole(server, GRACE, LINUS, crew.mate),
              new SetMemberRoles(server, GRACE, LINUS, List.of()))) {
        assertThat(given.refusalOf(wish)).isEqualTo(new RoleError.NotBeneath());
      }
    }

    @Test
    void shouldNotHandOutWhatOneLacks() {
      Crew crew = new Crew();
      given.decide(new SetRolePermissions(server, ADA, crew.sailor, set(Permission.BAN_MEMBERS)));
      given.holder(LINUS, server, ADA, crew.sailor);

      for (Command wish :
          List.of(
              new GiveRole(server, GRACE, GRACE, crew.sailor),
              new TakeRole(server, GRACE, LINUS, crew.sailor),
              new DeleteRole(server, GRACE, crew.sailor))) {
        assertThat(given.refusalOf(wish)).isEqualTo(new CommonError.Forbidden("BAN_MEMBERS"));
      }
    }

    @Test
    void shouldNotFindWhoIsNoMemberNorARoleThatIsNone() {
      RoleId role = given.roleIn(server, ADA);

      assertThat(given.refusalOf(new GiveRole(server, ADA, STRANGER, role)))
          .isEqualTo(new CommonError.NotFound("membership"));
      assertThat(given.refusalOf(new TakeRole(server, ADA, STRANGER, role)))
          .isEqualTo(new CommonError.NotFound("membership"));
      assertThat(given.refusalOf(new GiveRole(server, ADA, GRACE, NONE)))
          .isEqualTo(new CommonError.NotFound("role"));
      assertThat(given.refusalOf(new SetMemberRoles(server, ADA, GRACE, List.of(NONE))))
          .isEqualTo(new CommonError.NotFound("role"));
    }

    @Test
    void shouldBeginWithoutRolesWhenOneComesBack() {
      RoleId role = given.roleIn(server, ADA, Permission.MANAGE_SERVER);
      given.holder(GRACE, server, ADA, role);
      given.decide(new LeaveServer(server, GRACE));
      given.decide(new JoinServer(server, GRACE));

      assertThat(given.refusalOf(new RenameServer(server, GRACE, "Mine")))
          .isEqualTo(new CommonError.Forbidden("MANAGE_SERVER"));
      given.decide(new GiveRole(server, ADA, GRACE, role));
      assertThat(given.events()).hasSize(1);
    }
  }

  @Nested
  class WhenSomeoneLacksThePermission {

    private Stream<Command> wishesOf(io.beep.coreapi.shared.UserId user, RoleId role) {
      return Stream.of(
          new CreateRole(server, user, "mine", null, PermissionSet.NONE),
          new RenameRole(server, user, role, "mine"),
          new RecolourRole(server, user, role, "#ffffff"),
          new SetRolePermissions(server, user, role, PermissionSet.NONE),
          new EditRole(server, user, role, "mine", null, null),
          new EditRole(server, user, role, null, null, PermissionSet.NONE),
          new ReorderRoles(server, user, List.of(role)),
          new DeleteRole(server, user, role),
          new GiveRole(server, user, user, role),
          new TakeRole(server, user, GRACE, role),
          new SetMemberRoles(server, user, user, List.of(role)));
    }

    @Test
    void shouldForbidItToAMember() {
      RoleId role = given.roleIn(server, ADA);

      assertThat(wishesOf(LINUS, role))
          .allSatisfy(
              wish ->
                  assertThat(given.refusalOf(wish))
                      .isEqualTo(new CommonError.Forbidden("MANAGE_ROLES")));
    }

    @Test
    void shouldHideAPrivateServerFromAStranger() {
      server = given.privateServerOf(ADA).id();
      RoleId role = given.roleIn(server, ADA);

      assertThat(wishesOf(STRANGER, role))
          .allSatisfy(
              wish ->
                  assertThat(given.refusalOf(wish)).isEqualTo(new CommonError.NotFound("server")));
    }

    @Test
    void shouldForbidWhatStandsAtOrAboveOnesOwn() {
      Crew crew = new Crew();

      for (RoleId high : List.of(crew.captain, crew.mate)) {
        assertThat(
                List.of(
                    new RenameRole(server, GRACE, high, "mine"),
                    new RecolourRole(server, GRACE, high, "#ffffff"),
                    new SetRolePermissions(server, GRACE, high, PermissionSet.NONE),
                    new EditRole(server, GRACE, high, "mine", null, null),
                    new EditRole(server, GRACE, high, null, null, PermissionSet.NONE),
                    new DeleteRole(server, GRACE, high)))
            .allSatisfy(
                wish -> assertThat(given.refusalOf(wish)).isEqualTo(new RoleError.NotBeneath()));
      }
    }

    @Test
    void shouldForbidAnAdministratorWhatStandsAbove() {
      RoleId high = given.roleIn(server, ADA);
      RoleId admin = given.roleIn(server, ADA, Permission.ADMINISTRATOR);
      RoleId low = given.roleIn(server, ADA, Permission.BAN_MEMBERS);
      given.holder(GRACE, server, ADA, admin);

      assertThat(given.refusalOf(new DeleteRole(server, GRACE, high)))
          .isEqualTo(new RoleError.NotBeneath());
      given.decide(new DeleteRole(server, GRACE, low));
      assertThat(given.events()).hasSize(1);
    }

    @Test
    void shouldForbidEveryoneToWhoHasNoOtherRole() {
      given.decide(
          new SetRolePermissions(
              server, ADA, everyone, set(Permission.VIEW_CHANNEL, Permission.MANAGE_ROLES)));

      assertThat(
              given.refusalOf(new SetRolePermissions(server, LINUS, everyone, PermissionSet.NONE)))
          .isEqualTo(new RoleError.NotBeneath());
    }
  }

  @Nested
  class WhenAPermissionIsTaken {

    @Test
    void shouldHoldFromTheNextCommandOn() {
      RoleId role = given.roleIn(server, ADA, Permission.MANAGE_SERVER);
      given.holder(GRACE, server, ADA, role);
      given.decide(new RenameServer(server, GRACE, "Looms"));
      assertThat(given.events()).containsExactly(new ServerRenamed(server, "Looms", GRACE));

      given.decide(new TakeRole(server, ADA, GRACE, role));

      assertThat(given.refusalOf(new RenameServer(server, GRACE, "Mine")))
          .isEqualTo(new CommonError.Forbidden("MANAGE_SERVER"));
    }

    @Test
    void shouldHoldWhenTheRoleAllowsLessOrIsGone() {
      RoleId role = given.roleIn(server, ADA, Permission.MANAGE_CHANNELS);
      given.holder(GRACE, server, ADA, role).holder(LINUS, server, ADA, role);
      CreateChannel hers = new CreateChannel(server, GRACE, "x", ChannelType.TEXT, null, false);
      given.decide(hers);
      assertThat(given.events()).hasSize(2);

      given.decide(new SetRolePermissions(server, ADA, role, PermissionSet.NONE));
      assertThat(given.refusalOf(hers)).isEqualTo(new CommonError.Forbidden("MANAGE_CHANNELS"));

      given.decide(new SetRolePermissions(server, ADA, role, set(Permission.MANAGE_CHANNELS)));
      given.decide(hers);
      assertThat(given.events()).hasSize(2);
      given.decide(new DeleteRole(server, ADA, role));
      assertThat(given.refusalOf(hers)).isEqualTo(new CommonError.Forbidden("MANAGE_CHANNELS"));
    }

    @Test
    void shouldHideEveryChannelWhenEveryoneSeesNone() {
      var channel = founded.channels().getFirst().id();

      given.decide(new SetRolePermissions(server, ADA, everyone, PermissionSet.NONE));

      assertThat(given.refusalOf(new SendMessage(channel, GRACE, "hi", null)))
          .isEqualTo(new CommonError.NotFound("channel"));
    }
  }
}
