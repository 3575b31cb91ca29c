package io.beep.coreapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.channel.ChannelDeleted;
import io.beep.coreapi.channel.ChannelDeletionFinished;
import io.beep.coreapi.channel.ChannelListed;
import io.beep.coreapi.channel.ChannelMoved;
import io.beep.coreapi.channel.ChannelOverwriteRemoved;
import io.beep.coreapi.channel.ChannelOverwriteSet;
import io.beep.coreapi.channel.ChannelPlaced;
import io.beep.coreapi.channel.ChannelRelisted;
import io.beep.coreapi.channel.ChannelRenamed;
import io.beep.coreapi.channel.ChannelRestored;
import io.beep.coreapi.channel.ChannelSlowModeSet;
import io.beep.coreapi.channel.ChannelSynced;
import io.beep.coreapi.channel.ChannelTopicSet;
import io.beep.coreapi.channel.ChannelTurnTaken;
import io.beep.coreapi.channel.ChannelUnlisted;
import io.beep.coreapi.channel.ChannelUnsynced;
import io.beep.coreapi.invitation.InvitationAccepted;
import io.beep.coreapi.invitation.InvitationCreated;
import io.beep.coreapi.invitation.InvitationRestored;
import io.beep.coreapi.invitation.InvitationRevoked;
import io.beep.coreapi.invitation.InvitationSlotFreed;
import io.beep.coreapi.invitation.InvitationSlotTaken;
import io.beep.coreapi.invitation.MemberInvitationAccepted;
import io.beep.coreapi.invitation.MemberInvitationDeclined;
import io.beep.coreapi.invitation.MemberInvitationRevoked;
import io.beep.coreapi.invitation.MemberInvited;
import io.beep.coreapi.message.MessageDeleted;
import io.beep.coreapi.message.MessageEdited;
import io.beep.coreapi.message.MessageSent;
import io.beep.coreapi.moderation.MemberTrusted;
import io.beep.coreapi.moderation.NewMemberLimitSet;
import io.beep.coreapi.moderation.ReportFiled;
import io.beep.coreapi.moderation.ReportReopened;
import io.beep.coreapi.moderation.ReportResolved;
import io.beep.coreapi.moderation.WordsAllowed;
import io.beep.coreapi.moderation.WordsForbidden;
import io.beep.coreapi.server.MemberBanned;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.MemberKicked;
import io.beep.coreapi.server.MemberLeft;
import io.beep.coreapi.server.MemberRestored;
import io.beep.coreapi.server.MemberUnbanned;
import io.beep.coreapi.server.OwnershipTransferred;
import io.beep.coreapi.server.RoleCreated;
import io.beep.coreapi.server.RoleDeleted;
import io.beep.coreapi.server.RoleGiven;
import io.beep.coreapi.server.RolePermissionsSet;
import io.beep.coreapi.server.RoleRecoloured;
import io.beep.coreapi.server.RoleRenamed;
import io.beep.coreapi.server.RoleRestored;
import io.beep.coreapi.server.RoleTaken;
import io.beep.coreapi.server.RolesReordered;
import io.beep.coreapi.server.ServerBannerSet;
import io.beep.coreapi.server.ServerCreated;
import io.beep.coreapi.server.ServerDeleted;
import io.beep.coreapi.server.ServerDeletionAdvanced;
import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.server.ServerDeletionScheduled;
import io.beep.coreapi.server.ServerDeletionStarted;
import io.beep.coreapi.server.ServerDescribed;
import io.beep.coreapi.server.ServerPictureSet;
import io.beep.coreapi.server.ServerRenamed;
import io.beep.coreapi.server.ServerRestored;
import io.beep.coreapi.server.ServerTagged;
import io.beep.coreapi.server.ServerVisibilitySet;
import io.beep.coreapi.server.TimeoutImposed;
import io.beep.coreapi.server.TimeoutLifted;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.DomainEvent;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.ChannelAccess;
import io.beep.coreapi.shared.permission.Overwrite;
import io.beep.coreapi.shared.permission.OverwriteKind;
import io.beep.coreapi.user.ServerSeatFreed;
import io.beep.coreapi.user.ServerSeatTaken;
import io.beep.coreapi.user.UserPictureSet;
import io.beep.coreapi.user.UserRegistered;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events live for ever. {@code golden/<name>.r<revision>.json} is how each was first stored; such a
 * file is never edited. Who changes an event adds a file for the new form, and sees that the old
 * one can still be read.
 */
class GoldenEventsTest {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private static final UserId USER = new UserId(new UUID(0x0199_0000_0000_7000L, 1));
  private static final ServerId SERVER = new ServerId(new UUID(0x0199_0000_0000_7000L, 2));
  private static final ChannelId CHANNEL = new ChannelId(new UUID(0x0199_0000_0000_7000L, 3));
  private static final ChannelId FOLDER = new ChannelId(new UUID(0x0199_0000_0000_7000L, 4));
  private static final MessageId MESSAGE = new MessageId(new UUID(0x0199_0000_0000_7000L, 5));
  private static final RoleId ROLE = new RoleId(new UUID(0x0199_0000_0000_7000L, 7));
  private static final RoleId OTHER_ROLE = new RoleId(new UUID(0x0199_0000_0000_7000L, 8));
  private static final RoleId DELETED_ROLE = new RoleId(new UUID(0x0199_0000_0000_7000L, 0x12));
  private static final UserId MEMBER = new UserId(new UUID(0x0199_0000_0000_7000L, 9));
  private static final MessageId OTHER = new MessageId(new UUID(0x0199_0000_0000_7000L, 6));

  private static final String PICTURE = "5f2b8c0d9a7e41d6b3c2a1908f7e6d5c";
  private static final String CODE = "7kQ2mXw9Za";
  private static final Instant JOINED_AT = Instant.parse("2026-02-01T09:00:00Z");
  private static final Instant IN_A_WEEK = Instant.parse("2026-03-08T09:00:00Z");

  static Stream<DomainEvent> examples() {
    return Stream.of(
        new UserRegistered(USER, "ada", "Ada", "Lovelace"),
        new ServerSeatTaken(USER, SERVER, IN_A_WEEK),
        new ServerSeatFreed(USER, SERVER),
        new ServerCreated(
            SERVER, USER, "Engines", "all about them", "public", List.of("VIEW_CHANNEL", "SPEAK")),
        new ServerRenamed(SERVER, "Looms", USER),
        new ServerDescribed(SERVER, "weaving", USER),
        new ServerTagged(SERVER, List.of("steam", "looms"), USER),
        new ServerVisibilitySet(SERVER, "private", USER),
        new ServerPictureSet(SERVER, PICTURE, USER),
        new ServerBannerSet(SERVER, PICTURE, USER),
        new UserPictureSet(USER, PICTURE),
        new OwnershipTransferred(SERVER, USER, MEMBER),
        new ServerDeleted(SERVER, USER),
        new ServerDeletionScheduled(SERVER, USER, IN_A_WEEK),
        new ServerRestored(SERVER, USER),
        new ServerDeletionStarted(SERVER, USER),
        new ServerDeletionAdvanced(SERVER, USER, "messages", 300_000, 1_000_000),
        new ServerDeletionFinished(SERVER, USER, Map.of("channels", 500L, "messages", 1_000_000L)),
        new MemberJoined(SERVER, USER),
        new MemberLeft(SERVER, USER),
        new MemberKicked(SERVER, MEMBER, "too loud", USER),
        new MemberBanned(SERVER, MEMBER, true, "far too loud", USER),
        new MemberUnbanned(SERVER, MEMBER, USER),
        new MemberRestored(
            SERVER,
            MEMBER,
            List.of(ROLE, OTHER_ROLE),
            List.of(DELETED_ROLE),
            JOINED_AT,
            true,
            IN_A_WEEK,
            USER),
        new TimeoutImposed(SERVER, MEMBER, IN_A_WEEK, "a little too loud", USER),
        new TimeoutLifted(SERVER, MEMBER, USER),
        new RoleCreated(SERVER, ROLE, "Stokers", "#b45309", List.of("MUTE_MEMBERS"), USER),
        new RoleRenamed(SERVER, ROLE, "Drivers", USER),
        new RoleRecoloured(SERVER, ROLE, "#1d4ed8", USER),
        new RolePermissionsSet(SERVER, ROLE, List.of("KICK_MEMBERS", "MOVE_MEMBERS"), USER),
        new RolesReordered(SERVER, List.of(OTHER_ROLE, ROLE), USER),
        new RoleDeleted(SERVER, ROLE, USER),
        new RoleRestored(
            SERVER,
            ROLE,
            "Drivers",
            "#1d4ed8",
            List.of("KICK_MEMBERS"),
            List.of(OTHER_ROLE, ROLE),
            USER),
        new RoleGiven(SERVER, MEMBER, ROLE, USER),
        new RoleTaken(SERVER, MEMBER, ROLE, USER),
        new ChannelCreated(CHANNEL, SERVER, "news", "text", FOLDER, true, USER),
        new ChannelRenamed(CHANNEL, SERVER, "olds", USER),
        new ChannelTopicSet(CHANNEL, SERVER, "what is new", USER),
        new ChannelSlowModeSet(CHANNEL, SERVER, 30, USER),
        new ChannelPlaced(CHANNEL, SERVER, FOLDER, "019900000000700000000000000000051i", USER),
        new ChannelMoved(CHANNEL, SERVER, FOLDER, USER),
        new ChannelListed(CHANNEL, SERVER, FOLDER),
        new ChannelUnlisted(CHANNEL, SERVER),
        new ChannelTurnTaken(CHANNEL, SERVER, USER, IN_A_WEEK),
        new ChannelOverwriteSet(
            CHANNEL, SERVER, "role", ROLE.value(), List.of("SPEAK"), List.of("VIDEO"), USER),
        new ChannelOverwriteRemoved(CHANNEL, SERVER, "member", MEMBER.value(), USER),
        new ChannelUnsynced(CHANNEL, SERVER, USER),
        new ChannelSynced(CHANNEL, SERVER, FOLDER, USER),
        new ChannelDeleted(CHANNEL, SERVER, USER),
        new ChannelRestored(
            CHANNEL,
            SERVER,
            "news",
            "text",
            "what is new",
            30,
            FOLDER,
            false,
            "019900000000700000000000000000051i",
            Map.of("role/" + ROLE.value(), List.of("SPEAK")),
            Map.of("role/" + ROLE.value(), List.of("VIDEO")),
            IN_A_WEEK,
            USER),
        new ChannelRelisted(CHANNEL, SERVER, FOLDER, "019900000000700000000000000000051i"),
        new ChannelDeletionFinished(CHANNEL, SERVER, USER),
        new MessageSent(MESSAGE, CHANNEL, SERVER, USER, "**hello** \u00e9\ud83d\ude80", OTHER),
        new MessageEdited(MESSAGE, CHANNEL, SERVER, USER, "hello"),
        new MessageDeleted(MESSAGE, CHANNEL, SERVER, USER),
        new ReportFiled(
            SERVER, "message", MESSAGE.value(), MEMBER, CHANNEL, 1L, USER, "spam", "again"),
        new ReportResolved(
            SERVER, "message", MESSAGE.value(), MEMBER, CHANNEL, "acted", "deleted it", USER),
        new ReportReopened(SERVER, "message", MESSAGE.value(), MEMBER, CHANNEL, USER),
        new WordsForbidden(SERVER, List.of("steam*", "hot water"), "block", USER),
        new NewMemberLimitSet(SERVER, 600, USER),
        new MemberTrusted(SERVER, MEMBER, USER),
        new WordsAllowed(SERVER, List.of("steam*"), USER),
        new InvitationCreated(CODE, SERVER, USER, 25, IN_A_WEEK),
        new InvitationAccepted(CODE, SERVER, USER, USER, 3),
        new MemberInvited(SERVER, MEMBER, USER, IN_A_WEEK, 2),
        new MemberInvitationAccepted(SERVER, MEMBER),
        new MemberInvitationDeclined(SERVER, MEMBER),
        new MemberInvitationRevoked(SERVER, MEMBER, USER),
        new InvitationRevoked(CODE, SERVER, USER, USER),
        new InvitationRestored(CODE, SERVER, USER, 25, IN_A_WEEK, USER),
        new InvitationSlotTaken(SERVER, CODE, IN_A_WEEK),
        new InvitationSlotFreed(SERVER, CODE));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void shouldStoreAnEventAsItAlwaysDid(DomainEvent event) throws IOException {
    assertThat(JSON.readTree(JSON.writeValueAsString(event)))
        .isEqualTo(JSON.readTree(golden(event)));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void shouldReadAnEventAsItWasStored(DomainEvent event) throws IOException {
    assertThat(JSON.readValue(golden(event), event.getClass())).isEqualTo(event);
  }

  @Test
  void shouldTellOfATimeOutThatSomeoneComesBackWith() throws IOException {
    MemberJoined back = new MemberJoined(SERVER, USER, IN_A_WEEK);
    String stored = JSON.writeValueAsString(back);

    assertThat(JSON.readTree(stored).path("timedOutUntil").asString())
        .isEqualTo("2026-03-08T09:00:00Z");
    assertThat(JSON.readValue(stored, MemberJoined.class)).isEqualTo(back);
  }

  @Test
  void shouldTellWhoseMessageIsDeleted() throws IOException {
    MessageDeleted deleted = new MessageDeleted(MESSAGE, CHANNEL, SERVER, USER, MEMBER);
    String stored = JSON.writeValueAsString(deleted);

    assertThat(JSON.readTree(stored).path("authorId").asString())
        .isEqualTo(MEMBER.value().toString());
    assertThat(JSON.readValue(stored, MessageDeleted.class)).isEqualTo(deleted);
  }

  @Test
  void shouldTellTheWholeMessageThatWasEdited() throws IOException {
    MessageEdited whole =
        new MessageEdited(MESSAGE, CHANNEL, SERVER, USER, "hello", OTHER, IN_A_WEEK);
    String stored = JSON.writeValueAsString(whole);

    assertThat(JSON.readTree(stored).path("replyTo").asString())
        .isEqualTo(OTHER.value().toString());
    assertThat(JSON.readTree(stored).path("sentAt").asString()).isEqualTo("2026-03-08T09:00:00Z");
    assertThat(JSON.readValue(stored, MessageEdited.class)).isEqualTo(whole);
  }

  @Test
  void shouldTellUntilWhenWhatIsDeletedCanBeRestored() throws IOException {
    RoleDeleted role = new RoleDeleted(SERVER, ROLE, USER, IN_A_WEEK);
    ChannelDeleted channel = new ChannelDeleted(CHANNEL, SERVER, USER, IN_A_WEEK);
    ChannelUnlisted unlisted = new ChannelUnlisted(CHANNEL, SERVER, FOLDER);

    for (DomainEvent event : List.of(role, channel, unlisted)) {
      String stored = JSON.writeValueAsString(event);
      assertThat(JSON.readValue(stored, event.getClass())).isEqualTo(event);
    }
    assertThat(JSON.readTree(JSON.writeValueAsString(role)).path("finalAt").asString())
        .isEqualTo("2026-03-08T09:00:00Z");
    assertThat(JSON.readTree(JSON.writeValueAsString(channel)).path("finalAt").asString())
        .isEqualTo("2026-03-08T09:00:00Z");
    assertThat(JSON.readTree(JSON.writeValueAsString(unlisted)).path("withFolder").asString())
        .isEqualTo(FOLDER.value().toString());
  }

  @Test
  void shouldKnowTheOverwritesOfAChannelThatIsRestored() {
    assertThat(
            examples()
                .filter(ChannelRestored.class::isInstance)
                .map(ChannelRestored.class::cast)
                .map(ChannelRestored::own))
        .containsExactly(
            ChannelAccess.open(CHANNEL, SERVER)
                .with(
                    OverwriteKind.ROLE,
                    ROLE.value(),
                    Overwrite.named(List.of("SPEAK"), List.of("VIDEO"))));
  }

  @Test
  void shouldHaveAnExampleOfEveryEvent() {
    assertThat(examples().<Class<?>>map(Object::getClass))
        .containsExactlyInAnyOrderElementsOf(EventCatalog.EVENTS.classes());
  }

  private static byte[] golden(DomainEvent event) throws IOException {
    String name =
        "/golden/"
            + EventCatalog.EVENTS.nameOf(event.getClass())
            + ".r"
            + event.getClass().getAnnotation(Revision.class).value()
            + ".json";
    try (InputStream file =
        Objects.requireNonNull(
            GoldenEventsTest.class.getResourceAsStream(name), "there is no file " + name)) {
      return file.readAllBytes();
    }
  }
}
