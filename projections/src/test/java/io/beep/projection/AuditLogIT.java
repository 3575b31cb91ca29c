package io.beep.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.channel.ChannelDeleted;
import io.beep.coreapi.channel.ChannelMoved;
import io.beep.coreapi.channel.ChannelOverwriteRemoved;
import io.beep.coreapi.channel.ChannelOverwriteSet;
import io.beep.coreapi.channel.ChannelPlaced;
import io.beep.coreapi.channel.ChannelRenamed;
import io.beep.coreapi.channel.ChannelRestored;
import io.beep.coreapi.channel.ChannelSlowModeSet;
import io.beep.coreapi.channel.ChannelSynced;
import io.beep.coreapi.channel.ChannelTopicSet;
import io.beep.coreapi.channel.ChannelUnsynced;
import io.beep.coreapi.invitation.InvitationAccepted;
import io.beep.coreapi.invitation.InvitationCreated;
import io.beep.coreapi.invitation.InvitationRestored;
import io.beep.coreapi.invitation.InvitationRevoked;
import io.beep.coreapi.invitation.MemberInvited;
import io.beep.coreapi.message.MessageDeleted;
import io.beep.coreapi.message.MessageSent;
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
import io.beep.coreapi.server.RoleRenamed;
import io.beep.coreapi.server.RoleRestored;
import io.beep.coreapi.server.RoleTaken;
import io.beep.coreapi.server.RolesReordered;
import io.beep.coreapi.server.ServerBannerSet;
import io.beep.coreapi.server.ServerCreated;
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
import io.beep.coreapi.shared.MessageKeys;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.projection.shared.EventFeed;
import io.beep.projection.shared.ReadModelDatabase;
import io.beep.projection.shared.RunningGroup;
import io.beep.readmodel.shared.ProcessingGroups;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the audit log says of acts: who did what to what, and how it stood before and after. */
class AuditLogIT {

  private static final ServerId SERVER = new ServerId(new UUID(1, 1));
  private static final ChannelId NEWS = new ChannelId(new UUID(2, 1));
  private static final ChannelId FOLDER = new ChannelId(new UUID(2, 2));
  private static final RoleId STAFF = new RoleId(new UUID(3, 1));
  private static final RoleId GUESTS = new RoleId(new UUID(3, 2));
  private static final UserId ADA = new UserId(new UUID(4, 1));
  private static final UserId GRACE = new UserId(new UUID(4, 2));

  private final ReadModelDatabase database = new ReadModelDatabase();
  private final EventFeed feed = new EventFeed();

  @BeforeEach
  void found() {
    feed.append(
        List.of(
            new ServerCreated(SERVER, ADA, "Beeps", null, "public", List.of("SPEAK")),
            new MemberJoined(SERVER, ADA),
            new ChannelCreated(FOLDER, SERVER, "stuff", "folder", null, false, ADA),
            new ChannelCreated(NEWS, SERVER, "news", "text", FOLDER, false, ADA),
            new RoleCreated(SERVER, STAFF, "Staff", "#b45309", List.of("SPEAK"), ADA),
            new RoleCreated(SERVER, GUESTS, "Guests", null, List.of(), ADA)));
  }

  /** What is written down of the last event, without where it happened. */
  private Map<String, @Nullable Object> logged(DomainEvent... events) {
    feed.append(List.of(events));
    projected();
    return database
        .jdbc()
        .queryForMap(
            """
            select actor_id, action, target_kind, target_id, target_name, related_kind, related_id,
              related_name, channel_id, before::text, after::text, reason, undoes, undone_by
            from audit_entry order by position desc limit 1
            """);
  }

  private void projected() {
    try (RunningGroup audit =
        RunningGroup.start(
            ProjectionGroups.AUDIT.serving(database.serving(ProcessingGroups.AUDIT)),
            1,
            feed,
            database.dataSource())) {
      audit.catchUp();
    }
  }

  @Nested
  class WhenSomethingChanges {

    @Test
    void shouldSayHowItStoodBefore() {
      assertThat(logged(new ChannelRenamed(NEWS, SERVER, "announcements", GRACE)))
          .containsEntry("actor_id", GRACE.value())
          .containsEntry("action", "channel.ChannelRenamed")
          .containsEntry("target_kind", "channel")
          .containsEntry("target_id", NEWS.value().toString())
          .containsEntry("target_name", "news")
          .containsEntry("channel_id", NEWS.value())
          .containsEntry("related_id", null)
          .containsEntry("before", "{\"name\": \"news\"}")
          .containsEntry("after", "{\"name\": \"announcements\"}");
      assertThat(logged(new ChannelTopicSet(NEWS, SERVER, "what is new", GRACE)))
          .containsEntry("target_name", "announcements")
          .containsEntry("before", "{}")
          .containsEntry("after", "{\"topic\": \"what is new\"}");
      assertThat(logged(new ChannelTopicSet(NEWS, SERVER, null, GRACE)))
          .containsEntry("before", "{\"topic\": \"what is new\"}")
          .containsEntry("after", "{}");
      assertThat(logged(new ServerRenamed(SERVER, "Boops", ADA)))
          .containsEntry("channel_id", null)
          .containsEntry("before", "{\"name\": \"Beeps\"}");
      assertThat(logged(new ServerDescribed(SERVER, "about", ADA)))
          .containsEntry("target_name", "Boops");
      assertThat(logged(new RoleRenamed(SERVER, STAFF, "Crew", ADA)))
          .containsEntry("before", "{\"name\": \"Staff\"}");
      assertThat(
              logged(
                  new RolePermissionsSet(SERVER, RoleId.everyone(SERVER), List.of("VIDEO"), ADA)))
          .containsEntry("target_name", "@everyone")
          .containsEntry("before", "{\"permissions\": [\"SPEAK\"]}")
          .containsEntry("after", "{\"permissions\": [\"VIDEO\"]}");
    }

    @Test
    void shouldKnowTheOrderThatRolesHadBefore() {
      assertThat(logged(new RolesReordered(SERVER, List.of(GUESTS, STAFF), ADA)))
          .containsEntry("target_kind", "server")
          .containsEntry(
              "before", "{\"order\": [\"" + STAFF.value() + "\", \"" + GUESTS.value() + "\"]}");
      assertThat(
              logged(
                  new RoleDeleted(SERVER, STAFF, ADA),
                  new RolesReordered(SERVER, List.of(GUESTS), ADA)))
          .containsEntry("before", "{\"order\": [\"" + GUESTS.value() + "\"]}");
    }
  }

  @Nested
  class WhenSomethingIsMadeOrRemoved {

    @Test
    void shouldHaveNoBeforeOrNoAfter() {
      assertThat(logged(new ChannelCreated(NEWS, SERVER, "x", "text", null, true, ADA)))
          .containsEntry("before", null);
      assertThat(logged(new RoleDeleted(SERVER, STAFF, GRACE)))
          .containsEntry("action", "server.RoleDeleted")
          .containsEntry("target_name", "Staff")
          .containsEntry(
              "before",
              "{\"name\": \"Staff\", \"colour\": \"#b45309\", \"permissions\": [\"SPEAK\"]}")
          .containsEntry("after", null);
      assertThat(logged(new ChannelDeleted(NEWS, SERVER, GRACE)))
          .containsEntry("target_name", "x")
          .containsEntry("after", null);
    }

    @Test
    void shouldSayWhichRoleAMemberWasGivenAndLost() {
      assertThat(logged(new RoleGiven(SERVER, GRACE, STAFF, ADA)))
          .containsEntry("target_kind", "member")
          .containsEntry("target_id", GRACE.value().toString())
          .containsEntry("target_name", null)
          .containsEntry("related_kind", "role")
          .containsEntry("related_name", "Staff")
          .containsEntry("before", null);
      assertThat(logged(new RoleTaken(SERVER, GRACE, STAFF, ADA)))
          .containsEntry("before", "{\"role\": \"" + STAFF.value() + "\"}")
          .containsEntry("after", null);
    }

    @Test
    void shouldTellOfInvitations() {
      assertThat(logged(new InvitationCreated("abc", SERVER, ADA, 5, null)))
          .containsEntry("target_id", "abc")
          .containsEntry("after", "{\"maxUses\": 5}");
      assertThat(logged(new InvitationRevoked("abc", SERVER, ADA, GRACE)))
          .containsEntry("actor_id", GRACE.value())
          .containsEntry("before", "{\"maxUses\": 5}");
      long revoked = feed.head();
      assertThat(logged(new InvitationRestored("abc", SERVER, ADA, 5, null, ADA)))
          .containsEntry("before", null)
          .containsEntry("after", "{\"maxUses\": 5}");
      assertThat(
              database
                  .jdbc()
                  .queryForObject(
                      "select undone_by from audit_entry where position = ?", Long.class, revoked))
          .isEqualTo(feed.head());
    }

    @Test
    void shouldSayWhoseMessageSomebodyElseDeleted() {
      MessageId said = new MessageId(new UUID(9, 9));

      assertThat(logged(new MessageDeleted(said, NEWS, SERVER, ADA, GRACE)))
          .containsEntry("actor_id", ADA.value())
          .containsEntry("action", "message.MessageDeleted")
          .containsEntry("target_id", NEWS.value().toString())
          .containsEntry("channel_id", NEWS.value())
          .containsEntry("related_kind", "member")
          .containsEntry("related_id", GRACE.value().toString())
          .containsEntry("before", null)
          .containsEntry("after", null);
      long deleted = feed.head();
      logged(
          new MessageDeleted(said, NEWS, SERVER, GRACE, GRACE),
          new MessageDeleted(said, NEWS, SERVER, GRACE));
      assertThat(
              database.jdbc().queryForObject("select max(position) from audit_entry", Long.class))
          .isEqualTo(deleted);
    }

    @Test
    void shouldSayWhatBecameOfEachWord() {
      assertThat(
              logged(
                  new WordsForbidden(SERVER, List.of("name", "rain"), "report", ADA),
                  new WordsForbidden(SERVER, List.of("name", "snow"), "block", ADA)))
          .containsEntry("target_kind", "server")
          .containsEntry("before", "{\"word:name\": \"report\"}")
          .containsEntry("after", "{\"word:name\": \"block\", \"word:snow\": \"block\"}");
      assertThat(logged(new WordsAllowed(SERVER, List.of("rain"), ADA)))
          .containsEntry("before", "{\"word:rain\": \"report\"}")
          .containsEntry("after", "{}");
    }

    @Test
    void shouldSayNothingOfWhatIsSaid() {
      projected();
      List<String> before = database.rows("audit_entry");

      feed.append(
          List.of(
              new MessageSent(new MessageId(new UUID(9, 9)), NEWS, SERVER, ADA, "hello", null)));
      projected();

      assertThat(database.rows("audit_entry")).hasSize(5).isEqualTo(before);
      assertThat(database.position(ProcessingGroups.AUDIT)).isEqualTo(feed.head());
    }
  }

  @Nested
  class WhenAChannelLetsSomeoneIn {

    private static final String FOLLOWS =
        "{\"synced\": %s, \"parentId\": \"" + FOLDER.value() + "\"}";

    private static final ChannelOverwriteSet HIDDEN_FOLDER =
        new ChannelOverwriteSet(
            FOLDER, SERVER, "role", SERVER.value(), List.of(), List.of("VIEW_CHANNEL"), ADA);
    private static final ChannelOverwriteSet COPY =
        new ChannelOverwriteSet(
            NEWS, SERVER, "role", SERVER.value(), List.of(), List.of("VIEW_CHANNEL"), GRACE);
    private static final ChannelUnsynced UNSYNCED = new ChannelUnsynced(NEWS, SERVER, GRACE);

    private List<@Nullable String> shown() {
      return database
          .jdbc()
          .queryForList(
              "select split_part(action, '.', 2) || coalesce(' ' || undone_by, '')"
                  + " from audit_entry where actor_id = ? and not copied order by position",
              String.class,
              GRACE.value());
    }

    /** What is copied lets nobody in or out: undone alone it would show a hidden channel. */
    @Test
    void shouldTellCopiesOfAFolderFromWhatWasWished() {
      ChannelOverwriteSet wished =
          new ChannelOverwriteSet(
              NEWS, SERVER, "role", GUESTS.value(), List.of("SPEAK"), List.of(), GRACE);

      assertThat(logged(HIDDEN_FOLDER, COPY, wished, UNSYNCED))
          .containsEntry("before", FOLLOWS.formatted("true"))
          .containsEntry("after", FOLLOWS.formatted("false"));
      assertThat(shown()).containsExactly("ChannelOverwriteSet", "ChannelUnsynced");
      logged(COPY);
      assertThat(shown()).as("set again, when it counts").hasSize(3);
    }

    @Test
    void shouldTellACopyOfARoleThatIsDeleted() {
      feed.append(
          List.of(
              new ChannelOverwriteSet(
                  FOLDER, SERVER, "role", STAFF.value(), List.of("SPEAK"), List.of(), ADA),
              new RoleDeleted(SERVER, STAFF, ADA)));
      ChannelOverwriteSet dead =
          new ChannelOverwriteSet(
              NEWS, SERVER, "role", STAFF.value(), List.of("SPEAK"), List.of(), GRACE);

      logged(dead, UNSYNCED);

      assertThat(shown()).containsExactly("ChannelUnsynced");
    }

    @Test
    void shouldSayThatItsOwnAreUndoneWhenItFollowsAgain() {
      ChannelOverwriteSet wished =
          new ChannelOverwriteSet(
              NEWS, SERVER, "role", GUESTS.value(), List.of("SPEAK"), List.of(), GRACE);
      feed.append(List.of(HIDDEN_FOLDER, COPY, wished, UNSYNCED));
      long unsynced = feed.head();
      feed.append(
          List.of(new ChannelSynced(NEWS, SERVER, FOLDER, ADA)),
          Map.of(MessageKeys.UNDOES, unsynced));

      projected();

      long back = feed.head();
      assertThat(shown()).containsExactly("ChannelOverwriteSet " + back, "ChannelUnsynced " + back);
    }

    private ChannelOverwriteSet set(RoleId role, String allowed) {
      return new ChannelOverwriteSet(
          NEWS, SERVER, "role", role.value(), List.of(allowed), List.of(), ADA);
    }

    @Test
    void shouldSayWhomAndHowItWasBefore() {
      assertThat(logged(set(STAFF, "SPEAK")))
          .containsEntry("target_name", "news")
          .containsEntry("related_kind", "role")
          .containsEntry("related_name", "Staff")
          .containsEntry("before", null)
          .containsEntry("after", "{\"deny\": [], \"allow\": [\"SPEAK\"]}");
      assertThat(logged(set(STAFF, "VIDEO")))
          .containsEntry("before", "{\"deny\": [], \"allow\": [\"SPEAK\"]}");
      assertThat(logged(new ChannelOverwriteRemoved(NEWS, SERVER, "role", STAFF.value(), ADA)))
          .containsEntry("before", "{\"deny\": [], \"allow\": [\"VIDEO\"]}")
          .containsEntry("after", null);
      assertThat(logged(set(STAFF, "SPEAK"))).containsEntry("before", null);
    }

    @Test
    void shouldForgetWhatEndsWithAFolderOrARole() {
      assertThat(
              logged(
                  set(STAFF, "SPEAK"),
                  new ChannelUnsynced(NEWS, SERVER, ADA),
                  new ChannelSynced(NEWS, SERVER, FOLDER, ADA)))
          .containsEntry("related_name", "stuff")
          .containsEntry("before", FOLLOWS.formatted("false"))
          .containsEntry("after", FOLLOWS.formatted("true"));
      assertThat(logged(set(STAFF, "VIDEO"))).containsEntry("before", null);
      assertThat(
              logged(
                  set(GUESTS, "SPEAK"), new RoleDeleted(SERVER, GUESTS, ADA), set(GUESTS, "VIDEO")))
          .containsEntry("before", null);
    }

    @Test
    void shouldKnowThatAPrivateChannelIsBornHidden() {
      ChannelId hidden = new ChannelId(new UUID(2, 3));

      assertThat(
              logged(
                  new ChannelCreated(hidden, SERVER, "x", "text", null, true, ADA),
                  new ChannelOverwriteRemoved(
                      hidden, SERVER, "role", RoleId.everyone(SERVER).value(), ADA)))
          .containsEntry("before", "{\"deny\": [\"VIEW_CHANNEL\"], \"allow\": []}");
    }
  }

  @Nested
  class WhenSomethingIsRestored {

    private static final Instant FINAL_AT = Instant.parse("2026-03-08T09:00:00Z");

    private Map<String, @Nullable Object> deletion(String action) {
      return database
          .jdbc()
          .queryForMap(
              "select position, undone_by from audit_entry where action = ? order by position"
                  + " limit 1",
              action);
    }

    private final RoleRestored staffBack =
        new RoleRestored(
            SERVER, STAFF, "Staff", null, List.of("SPEAK"), List.of(GUESTS, STAFF), ADA);

    private ChannelOverwriteSet letIn(String allowed) {
      return new ChannelOverwriteSet(
          NEWS, SERVER, "role", STAFF.value(), List.of(allowed), List.of(), ADA);
    }

    @Test
    void shouldSayThatTheDeletionIsUndone() {
      assertThat(logged(new RoleDeleted(SERVER, STAFF, GRACE, FINAL_AT), staffBack))
          .containsEntry("action", "server.RoleRestored")
          .containsEntry("target_name", "Staff")
          .containsEntry("before", null)
          .containsEntry("after", "{\"name\": \"Staff\", \"permissions\": [\"SPEAK\"]}");
      assertThat(deletion("server.RoleDeleted")).containsEntry("undone_by", feed.head());
      assertThat(logged(new RolesReordered(SERVER, List.of(STAFF, GUESTS), ADA)))
          .containsEntry(
              "before", "{\"order\": [\"" + GUESTS.value() + "\", \"" + STAFF.value() + "\"]}");
    }

    @Test
    void shouldKnowWhatChannelsGiveTheRoleAgain() {
      assertThat(
              logged(
                  letIn("SPEAK"),
                  new RoleDeleted(SERVER, STAFF, GRACE, FINAL_AT),
                  staffBack,
                  letIn("VIDEO")))
          .containsEntry("before", "{\"deny\": [], \"allow\": [\"SPEAK\"]}");
    }

    @Test
    void shouldNotTakeForBackWhatWasGoneBefore() {
      assertThat(
              logged(
                  letIn("SPEAK"),
                  new ChannelOverwriteRemoved(NEWS, SERVER, "role", STAFF.value(), ADA),
                  new RoleDeleted(SERVER, STAFF, GRACE, FINAL_AT),
                  staffBack,
                  letIn("VIDEO")))
          .containsEntry("before", null);
    }

    @Test
    void shouldSayHowAChannelCameBack() {
      ChannelRestored back =
          new ChannelRestored(
              NEWS,
              SERVER,
              "news",
              "text",
              "what is new",
              5,
              null,
              false,
              "1",
              Map.of("role/" + SERVER.value(), List.of()),
              Map.of("role/" + SERVER.value(), List.of("VIEW_CHANNEL")),
              Instant.EPOCH,
              ADA);

      assertThat(logged(new ChannelDeleted(NEWS, SERVER, GRACE, FINAL_AT), back))
          .containsEntry("target_name", "news")
          .containsEntry("channel_id", NEWS.value())
          .containsEntry("before", null)
          .hasEntrySatisfying(
              "after",
              after ->
                  assertThat((String) after)
                      .contains("\"topic\": \"what is new\"", "\"private\": true"));
      assertThat(deletion("channel.ChannelDeleted")).containsEntry("undone_by", feed.head());
      assertThat(logged(new ChannelTopicSet(NEWS, SERVER, "other", GRACE)))
          .containsEntry("before", "{\"topic\": \"what is new\"}");
    }
  }

  @Nested
  class WhenSomeoneIsPutOutOrSilenced {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String TIMED_OUT =
        "{\"until\": \"2026-03-01T12:00:00Z\", \"reason\": \"loud\"}";

    @Test
    void shouldSayWhomAndWhy() {
      assertThat(logged(new MemberKicked(SERVER, GRACE, "spam", ADA)))
          .containsEntry("actor_id", ADA.value())
          .containsEntry("target_kind", "member")
          .containsEntry("target_id", GRACE.value().toString())
          .containsEntry("reason", "spam")
          .containsEntry("after", null);
      assertThat(logged(new MemberBanned(SERVER, GRACE, false, "more spam", ADA)))
          .containsEntry("target_id", GRACE.value().toString())
          .containsEntry("reason", "more spam")
          .containsEntry("before", null)
          .containsEntry("after", "{\"reason\": \"more spam\"}");
      assertThat(logged(new MemberUnbanned(SERVER, GRACE, ADA)))
          .containsEntry("target_id", GRACE.value().toString())
          .containsEntry("reason", null)
          .containsEntry("before", "{\"reason\": \"more spam\"}")
          .containsEntry("after", null);
    }

    @Test
    void shouldSayWhoBroughtThemBackAndWhatThatUndid() {
      feed.append(List.of(new MemberBanned(SERVER, GRACE, true, "spam", ADA)));
      long ban = feed.head();
      Instant joined = Instant.parse("2026-02-01T09:00:00Z");
      feed.append(
          List.of(
              new MemberUnbanned(SERVER, GRACE, ADA),
              new MemberRestored(
                  SERVER, GRACE, List.of(STAFF), List.of(), joined, false, null, ADA)),
          Map.of(MessageKeys.UNDOES, ban));

      assertThat(logged())
          .containsEntry("action", "server.MemberRestored")
          .containsEntry("actor_id", ADA.value())
          .containsEntry("target_kind", "member")
          .containsEntry("target_id", GRACE.value().toString())
          .containsEntry("before", null)
          .containsEntry("after", "{}")
          .containsEntry("undoes", ban);
      assertThat(
              database
                  .jdbc()
                  .queryForObject(
                      "select undone_by from audit_entry where position = ?", Long.class, ban))
          .isEqualTo(feed.head());
    }

    /** Whether somebody was invited says nothing of whether they are in. */
    @Test
    void shouldKeepKicksApartFromInvitations() {
      feed.append(List.of(new MemberInvited(SERVER, GRACE, ADA, NOON, 2)));

      assertThat(logged(new MemberKicked(SERVER, GRACE, "spam", ADA)))
          .containsEntry("before", null)
          .containsEntry("target_kind", "member");
    }

    @Test
    void shouldSayUntilWhen() {
      assertThat(logged(new TimeoutImposed(SERVER, GRACE, NOON, "loud", ADA)))
          .containsEntry("target_kind", "member")
          .containsEntry("reason", "loud")
          .containsEntry("before", null)
          .containsEntry("after", TIMED_OUT);
      assertThat(logged(new TimeoutLifted(SERVER, GRACE, ADA)))
          .containsEntry("target_id", GRACE.value().toString())
          .containsEntry("before", TIMED_OUT)
          .containsEntry("after", null);
    }
  }

  @Nested
  class WhenAChannelGoesElsewhere {

    @Test
    void shouldSayWhatItWasWithoutTheNameOfAFolder() {
      assertThat(logged(new ChannelMoved(NEWS, SERVER, null, GRACE)))
          .containsEntry("target_name", "news")
          .containsEntry("channel_id", NEWS.value())
          .containsEntry("related_id", null)
          .containsEntry("before", "{\"parentId\": \"" + FOLDER.value() + "\"}")
          .containsEntry("after", "{}");
      assertThat(logged(new ChannelPlaced(NEWS, SERVER, null, "a", GRACE)))
          .containsEntry("target_id", NEWS.value().toString())
          .containsEntry("after", "{\"place\": \"a\"}");
      assertThat(logged(new ChannelSlowModeSet(NEWS, SERVER, 30, GRACE)))
          .containsEntry("before", "{}")
          .containsEntry("after", "{\"seconds\": 30}");
    }
  }

  @Nested
  class WhenAServerIsDeleted {

    private static final Instant FINAL = Instant.parse("2026-03-08T09:00:00Z");

    private long kept() {
      return Stream.of("audit_entry", "audit_subject")
          .mapToLong(table -> database.rows(table).size())
          .sum();
    }

    @Test
    void shouldTellOfItAndOfItsReturn() {
      assertThat(logged(new ServerTagged(SERVER, List.of("games"), ADA)))
          .containsEntry("target_kind", "server")
          .containsEntry("after", "{\"tags\": [\"games\"]}");
      assertThat(logged(new ServerVisibilitySet(SERVER, "private", ADA)))
          .containsEntry("after", "{\"visibility\": \"private\"}");
      assertThat(logged(new ServerVisibilitySet(SERVER, "public", ADA)))
          .containsEntry("before", "{\"visibility\": \"private\"}");
      assertThat(logged(new ServerPictureSet(SERVER, "5f2b", ADA)))
          .containsEntry("before", "{}")
          .containsEntry("after", "{\"picture\": \"5f2b\"}");
      assertThat(logged(new ServerBannerSet(SERVER, "5f2b", ADA)))
          .containsEntry("after", "{\"banner\": \"5f2b\"}");
      assertThat(logged(new OwnershipTransferred(SERVER, ADA, GRACE)))
          .containsEntry("actor_id", ADA.value())
          .containsEntry("target_kind", "member")
          .containsEntry("target_id", GRACE.value().toString())
          .containsEntry("before", "{\"ownerId\": \"" + ADA.value() + "\"}");
      assertThat(logged(new ServerDeletionScheduled(SERVER, GRACE, FINAL)))
          .containsEntry("target_name", "Beeps")
          .containsEntry("after", "{\"finalAt\": \"2026-03-08T09:00:00Z\"}");
      assertThat(logged(new ServerRestored(SERVER, GRACE)))
          .containsEntry("target_name", "Beeps")
          .containsEntry("before", "{\"finalAt\": \"2026-03-08T09:00:00Z\"}")
          .containsEntry("after", "{}");
      assertThat(logged(new ServerRenamed(SERVER, "Boops", GRACE)))
          .containsEntry("before", "{\"name\": \"Beeps\"}");
    }

    @Test
    void shouldKeepTheLogUntilTheDeletionIsFinalAndNoLonger() {
      ServerId other = new ServerId(new UUID(1, 2));
      feed.append(List.of(new ServerCreated(other, ADA, "Other", null, "public", List.of())));
      projected();
      long before = kept();

      logged(
          new ServerDeletionScheduled(SERVER, ADA, FINAL), new ServerDeletionStarted(SERVER, ADA));
      assertThat(kept()).isEqualTo(before + 1);

      feed.append(List.of(new ServerDeletionFinished(SERVER, ADA, Map.of())));
      projected();
      assertThat(database.rows("audit_entry"))
          .singleElement()
          .asString()
          .contains(other.value().toString());
      assertThat(database.rows("audit_subject"))
          .isNotEmpty()
          .allMatch(row -> row.contains(other.value().toString()));
    }
  }

  @Nested
  class WhenSomeoneComesAndGoesByThemselves {

    @Test
    void shouldBeInTheirHistoryAndNotInTheLog() {
      feed.append(
          List.of(
              new MemberJoined(SERVER, GRACE),
              new InvitationAccepted("code", SERVER, ADA, GRACE, 1),
              new MemberLeft(SERVER, GRACE),
              new MemberJoined(SERVER, GRACE)));
      projected();

      assertThat(
              database
                  .jdbc()
                  .queryForList(
                      "select kind, invited_by from member_move where user_id = ? order by position",
                      GRACE.value()))
          .extracting(row -> row.get("kind") + " " + row.get("invited_by"))
          .containsExactly("joined " + ADA.value(), "left null", "joined null");
      assertThat(database.rows("audit_entry"))
          .noneMatch(row -> row.contains("Joined") || row.contains("Left"));
      feed.append(List.of(new ServerDeletionFinished(SERVER, ADA, Map.of())));
      projected();
      assertThat(database.rows("member_move")).isEmpty();
    }
  }

  @Nested
  class WhenAnActIsUndone {

    @Test
    void shouldLinkTheTwo() {
      feed.append(List.of(new ChannelRenamed(NEWS, SERVER, "x", GRACE)));
      long done = feed.head();
      feed.append(
          List.of(new ChannelRenamed(NEWS, SERVER, "news", ADA)), Map.of(MessageKeys.UNDOES, done));

      assertThat(logged()).containsEntry("undoes", done).containsEntry("undone_by", null);
      assertThat(
              database
                  .jdbc()
                  .queryForObject(
                      "select undone_by from audit_entry where position = ?", Long.class, done))
          .isEqualTo(feed.head());
    }
  }
}
