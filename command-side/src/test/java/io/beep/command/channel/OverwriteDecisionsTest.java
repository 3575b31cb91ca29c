package io.beep.command.channel;

import static io.beep.command.Decisions.ADA;
import static io.beep.command.Decisions.GRACE;
import static io.beep.command.Decisions.LINUS;
import static io.beep.command.Decisions.STRANGER;
import static io.beep.coreapi.shared.permission.Permission.ADMINISTRATOR;
import static io.beep.coreapi.shared.permission.Permission.ATTACH_FILES;
import static io.beep.coreapi.shared.permission.Permission.KICK_MEMBERS;
import static io.beep.coreapi.shared.permission.Permission.MANAGE_MESSAGES;
import static io.beep.coreapi.shared.permission.Permission.MANAGE_ROLES;
import static io.beep.coreapi.shared.permission.Permission.SEND_MESSAGES;
import static io.beep.coreapi.shared.permission.Permission.VIEW_CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.command.Decisions;
import io.beep.coreapi.audit.AuditError;
import io.beep.coreapi.channel.ChannelError;
import io.beep.coreapi.channel.ChannelOverwriteRemoved;
import io.beep.coreapi.channel.ChannelOverwriteSet;
import io.beep.coreapi.channel.ChannelSynced;
import io.beep.coreapi.channel.ChannelType;
import io.beep.coreapi.channel.ChannelUnsynced;
import io.beep.coreapi.channel.CreateChannel;
import io.beep.coreapi.channel.RemoveChannelOverwrite;
import io.beep.coreapi.channel.SetChannelOverwrite;
import io.beep.coreapi.channel.SyncChannel;
import io.beep.coreapi.channel.UnsyncChannel;
import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.server.RoleError;
import io.beep.coreapi.server.TakeRole;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.Command;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.Identifier;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OverwriteDecisionsTest {

  private static final UUID NOBODY = new UUID(9, 9);

  private final Decisions given = new Decisions();
  private ServerId server;
  private RoleId everyone;
  private ChannelId channel;

  @BeforeEach
  void found() {
    server = given.publicServerOf(ADA).id();
    everyone = RoleId.everyone(server);
    given.member(GRACE, server).member(LINUS, server);
    channel = channel(ChannelType.TEXT, null, false);
  }

  @AfterEach
  void close() {
    given.close();
  }

  private ChannelId channel(ChannelType type, @Nullable ChannelId folder, boolean isPrivate) {
    return given.when(
        new CreateChannel(server, ADA, "news", type, folder, isPrivate), ChannelId.class);
  }

  private static PermissionSet set(Permission... permissions) {
    return PermissionSet.of(permissions);
  }

  private static SetChannelOverwrite allow(
      ChannelId channel, UserId actor, Identifier target, Permission... permissions) {
    return new SetChannelOverwrite(
        channel, actor, target.value(), set(permissions), PermissionSet.NONE);
  }

  private static SetChannelOverwrite deny(
      ChannelId channel, UserId actor, Identifier target, Permission... permissions) {
    return new SetChannelOverwrite(
        channel, actor, target.value(), PermissionSet.NONE, set(permissions));
  }

  private ChannelOverwriteSet wasSet(
      ChannelId where, String kind, Identifier target, List<String> allow, List<String> deny) {
    return new ChannelOverwriteSet(where, server, kind, target.value(), allow, deny, ADA);
  }

  private Command sending(UserId user, ChannelId where) {
    return new SendMessage(where, user, "hi", null);
  }

  private void assertSends(UserId user, ChannelId where) {
    given.decide(sending(user, where));
    assertThat(given.events()).hasSize(1);
  }

  private void assertForbidden(UserId user, ChannelId where) {
    assertThat(given.refusalOf(sending(user, where)))
        .isEqualTo(new CommonError.Forbidden("SEND_MESSAGES"));
  }

  private void assertHidden(UserId user, ChannelId where) {
    assertThat(given.refusalOf(sending(user, where)))
        .isEqualTo(new CommonError.NotFound("channel"));
  }

  @Nested
  class WhenAChannelOfItsOwnIsOverwritten {

    @Test
    void shouldTakeFromEveryoneAndGiveToARoleAndAMember() {
      RoleId herald = given.roleIn(server, ADA);
      given.holder(LINUS, server, ADA, herald);

      given.decide(deny(channel, ADA, everyone, SEND_MESSAGES));
      assertThat(given.events())
          .containsExactly(wasSet(channel, "role", everyone, List.of(), List.of("SEND_MESSAGES")));
      assertForbidden(GRACE, channel);
      assertForbidden(LINUS, channel);

      given.decide(allow(channel, ADA, herald, SEND_MESSAGES));
      assertForbidden(GRACE, channel);
      assertSends(LINUS, channel);

      given.decide(allow(channel, ADA, GRACE, SEND_MESSAGES));
      assertThat(given.events())
          .containsExactly(wasSet(channel, "member", GRACE, List.of("SEND_MESSAGES"), List.of()));
      assertSends(GRACE, channel);
    }

    @Test
    void shouldHideAndShowFromTheNextCommandOn() {
      RoleId staff = given.roleIn(server, ADA);
      given.holder(GRACE, server, ADA, staff);

      given.decide(deny(channel, ADA, everyone, VIEW_CHANNEL));
      given.decide(allow(channel, ADA, staff, VIEW_CHANNEL));
      assertSends(GRACE, channel);
      assertHidden(LINUS, channel);

      given.decide(new TakeRole(server, ADA, GRACE, staff));
      assertHidden(GRACE, channel);

      given.decide(new RemoveChannelOverwrite(channel, ADA, everyone.value()));
      assertThat(given.events())
          .containsExactly(
              new ChannelOverwriteRemoved(channel, server, "role", everyone.value(), ADA));
      assertSends(GRACE, channel);
    }

    @Test
    void shouldDoNothingWhenNothingChanges() {
      given.decide(deny(channel, ADA, everyone, SEND_MESSAGES));

      given.decide(deny(channel, ADA, everyone, SEND_MESSAGES));

      assertThat(given.events()).isEmpty();
    }

    @Test
    void shouldNotFindWhoIsNeitherRoleNorMemberNorWhatIsNoOverwrite() {
      RoleId elsewhere = given.roleIn(given.publicServerOf(ADA).id(), ADA);

      assertThat(
              List.of(
                  deny(channel, ADA, new UserId(NOBODY), SEND_MESSAGES),
                  deny(channel, ADA, STRANGER, SEND_MESSAGES),
                  deny(channel, ADA, elsewhere, SEND_MESSAGES),
                  new RemoveChannelOverwrite(channel, ADA, NOBODY),
                  new RemoveChannelOverwrite(channel, ADA, GRACE.value())))
          .allSatisfy(
              wish ->
                  assertThat(given.refusalOf(wish))
                      .isEqualTo(new CommonError.NotFound("overwrite")));
    }

    @Test
    void shouldRefuseWhatMeansNothingInAChannelOrContradictsItself() {
      assertThat(given.refusalOf(allow(channel, ADA, everyone, ADMINISTRATOR)))
          .isEqualTo(new ChannelError.OverwriteServerWide("ADMINISTRATOR", "allow"));
      assertThat(given.refusalOf(deny(channel, ADA, everyone, KICK_MEMBERS)))
          .isEqualTo(new ChannelError.OverwriteServerWide("KICK_MEMBERS", "deny"));
      assertThat(
              given.refusalOf(
                  new SetChannelOverwrite(
                      channel,
                      ADA,
                      everyone.value(),
                      set(SEND_MESSAGES, ATTACH_FILES),
                      set(VIEW_CHANNEL, ATTACH_FILES))))
          .isEqualTo(new ChannelError.OverwriteContradictory("ATTACH_FILES"));
    }

    @Test
    void shouldStopAt500() {
      for (int i = 0; i < 500; i++) {
        UserId member = new UserId(new UUID(5, i));
        given.member(member, server).decide(deny(channel, ADA, member, ATTACH_FILES));
      }

      assertThat(given.refusalOf(deny(channel, ADA, GRACE, ATTACH_FILES)))
          .isEqualTo(new ChannelError.OverwriteLimitReached(500));
      given.decide(deny(channel, ADA, new UserId(new UUID(5, 0)), SEND_MESSAGES));
      assertThat(given.events()).hasSize(1);
    }

    @Test
    void shouldHaveItsOwnAgainWhenItIsSyncedNoMore() {
      ChannelId folder = channel(ChannelType.FOLDER, null, false);
      ChannelId inside = channel(ChannelType.TEXT, folder, false);
      given.decide(deny(folder, ADA, everyone, SEND_MESSAGES));
      given.decide(deny(inside, ADA, everyone, VIEW_CHANNEL));
      Instant syncedAt = sync(inside);
      assertForbidden(GRACE, inside);

      given.decide(new UnsyncChannel(inside, ADA, syncedAt));

      assertThat(given.events())
          .containsExactly(
              wasSet(inside, "role", everyone, List.of(), List.of("VIEW_CHANNEL")),
              new ChannelUnsynced(inside, server, ADA));
      assertHidden(GRACE, inside);
      given.decide(new UnsyncChannel(inside, ADA, syncedAt));
      assertThat(given.events()).isEmpty();
    }

    @Test
    void shouldHaveItsOwnOfThatTimeHoweverOftenItWasSyncedSince() {
      ChannelId folder = channel(ChannelType.FOLDER, null, false);
      ChannelId inside = channel(ChannelType.TEXT, folder, true);
      Instant first = sync(inside);
      given.decide(deny(inside, ADA, everyone, SEND_MESSAGES));
      Instant second = sync(inside);

      given.decide(new UnsyncChannel(inside, ADA, first));
      assertHidden(GRACE, inside);

      Instant third = sync(inside);
      given.decide(new UnsyncChannel(inside, ADA, second));
      assertForbidden(GRACE, inside);
      sync(inside);
      given.decide(new UnsyncChannel(inside, ADA, third));
      assertHidden(GRACE, inside);
    }

    @Test
    void shouldHaveItsFirstAgainWhenItIsSyncedAgainAndAgain() {
      ChannelId folder = channel(ChannelType.FOLDER, null, false);
      ChannelId inside = channel(ChannelType.TEXT, folder, true);
      Instant first = sync(inside);
      Instant last = first;
      for (int i = 0; i < 50; i++) {
        given.decide(deny(inside, ADA, everyone, SEND_MESSAGES));
        last = sync(inside);
      }

      assertThat(given.refusalOf(new UnsyncChannel(inside, ADA, last)))
          .isEqualTo(new AuditError.ChangedSince());
      given.decide(new UnsyncChannel(inside, ADA, first));
      assertHidden(GRACE, inside);
    }

    @Test
    void shouldNotGuessWhatItHadWhenItWasNeverSynced() {
      ChannelId folder = channel(ChannelType.FOLDER, null, false);
      ChannelId inside = channel(ChannelType.TEXT, folder, false);

      assertThat(given.refusalOf(new UnsyncChannel(inside, ADA, Decisions.BEGINNING)))
          .isEqualTo(new AuditError.ChangedSince());
    }

    @Test
    void shouldHaveNothingToBeSyncedWith() {
      assertThat(given.refusalOf(new SyncChannel(channel, ADA)))
          .isEqualTo(new ChannelError.NotInFolder());
    }
  }

  private Instant sync(ChannelId inside) {
    given.decide(new SyncChannel(inside, ADA));
    return given.lastAt();
  }

  @Nested
  class WhenAChannelIsInAFolder {

    private ChannelId folder;
    private ChannelId inside;

    @BeforeEach
    void fill() {
      folder = channel(ChannelType.FOLDER, null, false);
      inside = channel(ChannelType.TEXT, folder, false);
    }

    @Test
    void shouldFollowItsFolder() {
      given.decide(deny(folder, ADA, everyone, VIEW_CHANNEL));
      assertHidden(GRACE, inside);

      given.decide(allow(folder, ADA, GRACE, VIEW_CHANNEL));
      assertSends(GRACE, inside);
      assertHidden(LINUS, inside);
    }

    @Test
    void shouldCopyItsFolderBeforeItHasItsOwn() {
      given.decide(deny(folder, ADA, everyone, VIEW_CHANNEL));

      given.decide(allow(inside, ADA, GRACE, VIEW_CHANNEL));

      assertThat(given.events())
          .as("the copy is set while it is of no effect, and counts at once")
          .containsExactly(
              wasSet(inside, "role", everyone, List.of(), List.of("VIEW_CHANNEL")),
              wasSet(inside, "member", GRACE, List.of("VIEW_CHANNEL"), List.of()),
              new ChannelUnsynced(inside, server, ADA));
      assertSends(GRACE, inside);
      assertHidden(LINUS, inside);
      given.decide(new RemoveChannelOverwrite(folder, ADA, everyone.value()));
      assertHidden(LINUS, inside);
    }

    @Test
    void shouldHaveItsOwnAlsoWhenNothingIsLeftOfThem() {
      given.decide(deny(folder, ADA, everyone, VIEW_CHANNEL));

      given.decide(new RemoveChannelOverwrite(inside, ADA, everyone.value()));

      assertThat(given.events())
          .hasExactlyElementsOfTypes(
              ChannelOverwriteSet.class, ChannelOverwriteRemoved.class, ChannelUnsynced.class);
      assertSends(LINUS, inside);
      assertHidden(LINUS, folder);
    }

    @Test
    void shouldDoNothingWhenItsFolderSaysTheSame() {
      given.decide(deny(folder, ADA, everyone, SEND_MESSAGES));

      given.decide(deny(inside, ADA, everyone, SEND_MESSAGES));

      assertThat(given.events()).isEmpty();
    }

    @Test
    void shouldFollowItsFolderAgainWhenSynced() {
      given.decide(deny(inside, ADA, everyone, VIEW_CHANNEL));
      assertHidden(GRACE, inside);

      given.decide(new SyncChannel(inside, ADA));
      assertThat(given.events()).containsExactly(new ChannelSynced(inside, server, folder, ADA));
      assertSends(GRACE, inside);
      given.decide(deny(folder, ADA, everyone, VIEW_CHANNEL));
      assertHidden(GRACE, inside);
      given.decide(new SyncChannel(inside, ADA));
      assertThat(given.events()).isEmpty();
    }

    @Test
    void shouldNotFollowItsFolderWhenBornPrivate() {
      ChannelId quiet = channel(ChannelType.TEXT, folder, true);
      given.decide(allow(folder, ADA, GRACE, VIEW_CHANNEL));

      assertHidden(GRACE, quiet);
      given.decide(new SyncChannel(quiet, ADA));
      assertSends(GRACE, quiet);
    }
  }

  @Nested
  class WhenSomeoneMayManageRoles {

    private RoleId high;
    private RoleId low;

    @BeforeEach
    void appoint() {
      high = given.roleIn(server, ADA);
      RoleId steward = given.roleIn(server, ADA, MANAGE_ROLES);
      low = given.roleIn(server, ADA);
      given.holder(GRACE, server, ADA, steward);
    }

    @Test
    void shouldOverwriteWhatStandsBeneath() {
      given.decide(deny(channel, GRACE, low, SEND_MESSAGES));
      assertThat(given.events()).hasSize(1);
      given.decide(deny(channel, GRACE, everyone, SEND_MESSAGES));
      assertThat(given.events()).hasSize(1);
      given.decide(allow(channel, GRACE, LINUS, ATTACH_FILES));
      assertThat(given.events()).hasSize(1);
    }

    @Test
    void shouldNotOverwriteWhatStandsAtOrAboveOnesOwn() {
      given.holder(LINUS, server, ADA, high);

      assertThat(
              List.of(
                  deny(channel, GRACE, high, SEND_MESSAGES),
                  deny(channel, GRACE, LINUS, SEND_MESSAGES),
                  deny(channel, GRACE, ADA, SEND_MESSAGES),
                  allow(channel, GRACE, GRACE, SEND_MESSAGES)))
          .allSatisfy(
              wish -> assertThat(given.refusalOf(wish)).isEqualTo(new RoleError.NotBeneath()));
    }

    @Test
    void shouldNotGiveNorTakeWhatOneLacksThere() {
      assertThat(given.refusalOf(allow(channel, GRACE, low, MANAGE_MESSAGES)))
          .isEqualTo(new CommonError.Forbidden("MANAGE_MESSAGES"));
      given.decide(deny(channel, ADA, everyone, ATTACH_FILES));

      assertThat(given.refusalOf(new RemoveChannelOverwrite(channel, GRACE, everyone.value())))
          .as("she lost it too, so she cannot give it back")
          .isEqualTo(new CommonError.Forbidden("ATTACH_FILES"));
    }

    @Test
    void shouldSyncOnlyWhenEveryChangeIsAllowed() {
      ChannelId folder = channel(ChannelType.FOLDER, null, false);
      ChannelId inside = channel(ChannelType.TEXT, folder, false);
      given.decide(allow(inside, ADA, high, SEND_MESSAGES));

      assertThat(given.refusalOf(new SyncChannel(inside, GRACE)))
          .isEqualTo(new RoleError.NotBeneath());
      given.decide(new RemoveChannelOverwrite(inside, ADA, high.value()));
      given.decide(allow(inside, ADA, low, MANAGE_MESSAGES));
      assertThat(given.refusalOf(new SyncChannel(inside, GRACE)))
          .isEqualTo(new CommonError.Forbidden("MANAGE_MESSAGES"));
      given.decide(deny(inside, ADA, low, SEND_MESSAGES));
      given.decide(new SyncChannel(inside, GRACE));
      assertThat(given.events()).hasSize(1);
    }

    @Test
    void shouldGiveBackItsOwnOnlyWhenEveryChangeIsAllowed() {
      ChannelId folder = channel(ChannelType.FOLDER, null, false);
      ChannelId inside = channel(ChannelType.TEXT, folder, false);
      given.decide(allow(inside, ADA, high, SEND_MESSAGES));
      Instant syncedAt = sync(inside);

      assertThat(given.refusalOf(new UnsyncChannel(inside, GRACE, syncedAt)))
          .isEqualTo(new RoleError.NotBeneath());
      given.decide(new UnsyncChannel(inside, ADA, syncedAt));
    }
  }

  @Nested
  class WhenSomeoneMayNot {

    private List<Command> wishesOf(UserId user, ChannelId where) {
      return List.of(
          deny(where, user, everyone, SEND_MESSAGES),
          new RemoveChannelOverwrite(where, user, everyone.value()),
          new SyncChannel(where, user),
          new UnsyncChannel(where, user, Decisions.BEGINNING));
    }

    @Test
    void shouldForbidItToAMember() {
      assertThat(wishesOf(GRACE, channel))
          .allSatisfy(
              wish ->
                  assertThat(given.refusalOf(wish))
                      .isEqualTo(new CommonError.Forbidden("MANAGE_ROLES")));
    }

    @Test
    void shouldHideTheChannelFromWhoDoesNotSeeIt() {
      RoleId steward = given.roleIn(server, ADA, MANAGE_ROLES);
      given.holder(GRACE, server, ADA, steward);
      ChannelId quiet = given.privateChannelIn(server, ADA);

      for (UserId user : List.of(GRACE, STRANGER)) {
        assertThat(wishesOf(user, quiet))
            .allSatisfy(
                wish ->
                    assertThat(given.refusalOf(wish))
                        .isEqualTo(new CommonError.NotFound("channel")));
      }
    }
  }
}
