package io.beep.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.permission.ChannelAccess;
import io.beep.coreapi.shared.permission.Overwrite;
import io.beep.projection.rebuild.TableGroup;
import io.beep.projection.shared.EventFeed;
import io.beep.projection.shared.ProjectionGroup;
import io.beep.projection.shared.ReadModelDatabase;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.projection.shared.RunningGroup;
import io.beep.projection.shared.Story;
import io.beep.projection.shared.Subject;
import io.beep.readmodel.shared.ProcessingGroups;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows follow from the events alone, however often and in whatever batches they come. */
class ReplayIT {

  private static final int STEPS = 3_000;

  /**
   * Whoever has a link is told that the server is gone, for as long as there is nothing but the
   * event of before deletions had steps; since then it goes with the last of them.
   */
  private static final Set<String> TELLS_OF_WHAT_IS_GONE = Set.of("invitation");

  private final ReadModelDatabase database = new ReadModelDatabase();

  private RunningGroup directory(EventFeed feed) {
    return running(ProjectionGroups.DIRECTORY, feed);
  }

  private RunningGroup timeline(EventFeed feed) {
    return running(ProjectionGroups.TIMELINE, feed);
  }

  private RunningGroup audit(EventFeed feed) {
    return running(ProjectionGroups.AUDIT, feed);
  }

  private RunningGroup running(ProjectionGroup group, EventFeed feed) {
    return RunningGroup.start(
        group.serving(database.serving(group.name())), 1, feed, database.dataSource());
  }

  @Nested
  class WhenAStoryIsTold {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldLeaveWhatTheStoryEndsWith(long seed) {
      Story story = Story.random(seed, STEPS);
      EventFeed feed = new EventFeed().append(story.events());

      try (RunningGroup directory = directory(feed);
          RunningGroup audit = audit(feed);
          RunningGroup timeline = timeline(feed)) {
        directory.catchUp();
        audit.catchUp();
        timeline.catchUp();
      }

      assertThat(contents()).isEqualTo(expectedContents(story));
      assertThat(memberCounts()).isEqualTo(expectedCounts(story));
      assertThat(deletedServers()).isNotEmpty().isEqualTo(expectedDeletedServers(story));
      assertThat(channels()).isEqualTo(expectedChannels(story));
      assertThat(places()).isEqualTo(expectedPlaces(story));
      assertThat(roles()).isNotEmpty().isEqualTo(expectedRoles(story));
      assertThat(rolesOfMembers()).isNotEmpty().isEqualTo(expectedRolesOfMembers(story));
      assertThat(bans()).isNotEmpty().isEqualTo(expectedBans(story));
      assertThat(timeouts()).isNotEmpty().isEqualTo(expectedTimeouts(story));
      assertThat(overwrites()).isNotEmpty().isEqualTo(expectedOverwrites(story));
      assertThat(syncedChannels()).isNotEmpty().isEqualTo(expectedSynced(story));
      assertThat(uses()).isEqualTo(story.uses());
      assertThat(story.uses().values()).anyMatch(times -> times > 2);
      assertThat(words()).isNotEmpty().isEqualTo(expectedWords(story));
      assertThat(newMemberSeconds()).isNotEmpty().isEqualTo(expectedNewMemberSeconds(story));
      assertThat(trusted()).isNotEmpty().isEqualTo(lines(story.trusted()));
      assertThat(asked()).isNotEmpty().isEqualTo(lines(story.asked()));
      assertThat(reports()).isNotEmpty().isEqualTo(expectedReports(story));
      assertThat(pictures()).isNotEmpty().isEqualTo(expectedPictures(story));
      assertThat(database.position(ProcessingGroups.DIRECTORY)).isEqualTo(feed.head());
      assertThat(database.position(ProcessingGroups.TIMELINE)).isEqualTo(feed.head());
    }

    @Test
    void shouldBeTheSameAfterAReplay() {
      EventFeed feed = new EventFeed().append(Story.random(4, STEPS).events());
      try (RunningGroup directory = directory(feed);
          RunningGroup audit = audit(feed);
          RunningGroup timeline = timeline(feed)) {
        directory.catchUp();
        audit.catchUp();
        timeline.catchUp();
        List<String> before = database.rows();
        database.jdbc().update("update server set member_count = member_count + 7, name = 'wrong'");
        database.jdbc().update("update invitation set uses = uses + 7, revoked = not revoked");
        database.jdbc().update("update ban set reason = 'wrong'");
        database.jdbc().update("update membership set timed_out_until = now()");
        database.jdbc().update("update message set content = 'wrong'");
        database.jdbc().update("update membership set trusted = not trusted");
        database.jdbc().update("update forbidden_word set action = 'block'");
        database.jdbc().update("update new_member_limit set seconds = 7");
        database.jdbc().update("update report set open = not open, position = 7");
        database.jdbc().update("delete from report_filing");
        database.jdbc().update("delete from member_invitation");
        database.jdbc().update("update user_profile set picture_id = null");
        database.jdbc().update("update deleted_server set held = '{}'");

        database.jdbc().update("update audit_entry set before = after");
        database.jdbc().update("update audit_subject set gone = not gone");

        directory.replay().catchUp();
        audit.replay().catchUp();
        timeline.replay().catchUp();

        assertThat(before).isNotEmpty().anyMatch(row -> row.startsWith("audit_entry"));
        assertThat(database.rows()).isEqualTo(before);
        assertThat(database.position(ProcessingGroups.TIMELINE)).isEqualTo(feed.head());
      }
    }

    @Test
    void shouldBeTheSameWhenAllOfItComesTwice() {
      EventFeed feed = new EventFeed().append(Story.random(5, STEPS).events());
      try (RunningGroup directory = directory(feed);
          RunningGroup audit = audit(feed);
          RunningGroup timeline = timeline(feed)) {
        directory.catchUp();
        audit.catchUp();
        timeline.catchUp();
      }
      List<String> before = database.rows();
      database.jdbc().update("delete from token_entry");

      try (RunningGroup directory = directory(feed);
          RunningGroup audit = audit(feed);
          RunningGroup timeline = timeline(feed)) {
        directory.catchUp();
        audit.catchUp();
        timeline.catchUp();
      }

      assertThat(database.rows("message")).isNotEmpty();
      // Who left and came back is a member since the last time, in whichever pass that was.
      assertThat(database.rows()).isEqualTo(before);
    }
  }

  @Nested
  class WhenThereIsATable {

    /** Who adds a table names it in {@code ProjectionGroups}; a rebuild makes no other. */
    @Test
    void shouldBelongToOneGroup() {
      assertThat(
              Stream.of(
                      ProjectionGroups.DIRECTORY, ProjectionGroups.TIMELINE, ProjectionGroups.AUDIT)
                  .flatMap(group -> group.tables().stream()))
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(database.tables());
    }

    /** Of a server that ended no row is left in any of them, also in those of tomorrow. */
    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void shouldForgetServersThatEnded(long seed) {
      Story story = Story.random(seed, STEPS);
      EventFeed feed = new EventFeed().append(story.events());
      try (RunningGroup directory = directory(feed);
          RunningGroup audit = audit(feed);
          RunningGroup timeline = timeline(feed)) {
        directory.catchUp();
        audit.catchUp();
        timeline.catchUp();
      }

      Set<UUID> there =
          story.servers().stream().map(server -> server.value()).collect(Collectors.toSet());
      assertThat(database.tablesOfServers())
          .contains("forbidden_word", "new_member_limit", "report", "report_filing")
          .allSatisfy(
              table ->
                  assertThat(serversIn(table))
                      .as(table)
                      .isNotEmpty()
                      .isSubsetOf(
                          TELLS_OF_WHAT_IS_GONE.contains(table) ? serversIn(table) : there));
    }

    private Set<UUID> serversIn(String table) {
      return pairs("select distinct server_id as id from " + table)
          .map(ReplayIT::id)
          .collect(Collectors.toSet());
    }
  }

  @Nested
  class WhenThereIsAnEvent {

    /** Else a statement of a projection may go wrong when it runs twice, and nobody sees it. */
    @Test
    void shouldBeToldByTheStories() {
      Set<Class<?>> told =
          Stream.of(1L, 2L, 3L, 4L, 5L)
              .flatMap(seed -> Story.random(seed, STEPS).events().stream())
              .<Class<?>>map(Object::getClass)
              .collect(Collectors.toSet());

      assertThat(told).containsAll(handled());
    }

    private Set<Class<?>> handled() {
      return Stream.of(
              ProjectionGroups.DIRECTORY, ProjectionGroups.TIMELINE, ProjectionGroups.AUDIT)
          .flatMap(group -> projections(group).stream())
          .flatMap(projection -> Arrays.stream(projection.getClass().getDeclaredMethods()))
          .filter(method -> method.isAnnotationPresent(EventHandler.class))
          .<Class<?>>map(method -> method.getParameterTypes()[0])
          .flatMap(ReplayIT::permitted)
          .collect(Collectors.toSet());
    }

    private List<ProcessesEvents> projections(TableGroup group) {
      return group
          .projections()
          .apply(new ReadModelWriter(database.serving(group.name()), Subject::byServer));
    }
  }

  private static Stream<Class<?>> permitted(Class<?> event) {
    return event.isSealed()
        ? Arrays.stream(event.getPermittedSubclasses()).flatMap(ReplayIT::permitted)
        : Stream.of(event);
  }

  private Set<String> words() {
    return some("select server_id || ' ' || word || ' ' || action as one from forbidden_word");
  }

  private static Set<String> expectedWords(Story story) {
    return story.words().entrySet().stream()
        .flatMap(
            server ->
                server.getValue().entrySet().stream()
                    .map(
                        word ->
                            server.getKey().value() + " " + word.getKey() + " " + word.getValue()))
        .collect(Collectors.toSet());
  }

  private Set<String> newMemberSeconds() {
    return some("select server_id || ' ' || seconds as one from new_member_limit");
  }

  private static Set<String> expectedNewMemberSeconds(Story story) {
    return story.newMemberSeconds().entrySet().stream()
        .map(server -> server.getKey().value() + " " + server.getValue())
        .collect(Collectors.toSet());
  }

  private Set<String> trusted() {
    return some("select server_id || ' ' || user_id as one from membership where trusted");
  }

  private Set<String> asked() {
    return some("select server_id || ' ' || user_id as one from member_invitation");
  }

  private static Set<String> lines(Set<MembershipId> memberships) {
    return memberships.stream()
        .map(one -> one.serverId().value() + " " + one.userId().value())
        .collect(Collectors.toSet());
  }

  private Set<String> reports() {
    return some("select server_id || ' ' || target_id || ' ' || open as one from report");
  }

  private static Set<String> expectedReports(Story story) {
    return story.reports().entrySet().stream()
        .map(
            report ->
                report.getKey().serverId().value()
                    + " "
                    + report.getKey().targetId()
                    + " "
                    + report.getValue())
        .collect(Collectors.toSet());
  }

  private Set<String> pictures() {
    return some(
        """
        select id || ' ' || picture as one from (
          select id, picture_id as picture from server
          union all select id, picture_id from user_profile
          union all select id, held ->> 'picture_id' from deleted_server) shown
        where picture is not null
        """);
  }

  private static Set<String> expectedPictures(Story story) {
    return story.pictures().entrySet().stream()
        .map(one -> one.getKey() + " " + one.getValue())
        .collect(Collectors.toSet());
  }

  private Set<String> some(String sql) {
    return pairs(sql).map(row -> text(row, "one")).collect(Collectors.toSet());
  }

  private Map<UUID, String> contents() {
    return pairs("select id, content from message")
        .collect(
            Collectors.toMap(
                ReplayIT::id, row -> (String) Objects.requireNonNull(row.get("content"))));
  }

  private Map<UUID, Integer> memberCounts() {
    return pairs(
            """
            select s.id, s.member_count from server s
            where s.member_count = (select count(*) from membership m where m.server_id = s.id)
            """)
        .collect(
            Collectors.toMap(
                ReplayIT::id, row -> (Integer) Objects.requireNonNull(row.get("member_count"))));
  }

  private Set<UUID> deletedServers() {
    return pairs("select id from deleted_server").map(ReplayIT::id).collect(Collectors.toSet());
  }

  private static Set<UUID> expectedDeletedServers(Story story) {
    return story.hidden().stream().map(server -> server.value()).collect(Collectors.toSet());
  }

  private Map<String, Integer> uses() {
    return pairs("select code, uses from invitation")
        .collect(
            Collectors.toMap(
                row -> (String) Objects.requireNonNull(row.get("code")),
                row -> (Integer) Objects.requireNonNull(row.get("uses"))));
  }

  private Set<UUID> channels() {
    return pairs("select id from channel").map(ReplayIT::id).collect(Collectors.toSet());
  }

  private Set<String> places() {
    return pairs("select id || ' ' || place || coalesce(' ' || parent_id, '') as one from channel")
        .map(row -> String.valueOf(row.get("one")))
        .collect(Collectors.toSet());
  }

  private static Set<String> expectedPlaces(Story story) {
    return story.places().entrySet().stream()
        .map(
            channel -> {
              ChannelId folder = story.folders().get(channel.getKey());
              return channel.getKey().value()
                  + " "
                  + channel.getValue()
                  + (folder == null ? "" : " " + folder.value());
            })
        .collect(Collectors.toSet());
  }

  /** Of each server, the highest first, that of everyone last. */
  private Set<String> roles() {
    return pairs(
            """
            select string_agg(id::text, ' ' order by id = server_id, rank desc, id) as one from role
            group by server_id
            """)
        .map(row -> text(row, "one"))
        .collect(Collectors.toSet());
  }

  private Set<String> rolesOfMembers() {
    return pairs(
            """
            select server_id || ' ' || user_id || ' ' || unnest(roles) as one from membership
            """)
        .map(row -> text(row, "one"))
        .collect(Collectors.toSet());
  }

  private Set<String> bans() {
    return pairs("select server_id || ' ' || user_id as one from ban")
        .map(row -> text(row, "one"))
        .collect(Collectors.toSet());
  }

  private static Set<String> expectedBans(Story story) {
    return story.banned().stream()
        .map(one -> one.serverId().value() + " " + one.userId().value())
        .collect(Collectors.toSet());
  }

  private Set<String> timeouts() {
    return pairs(
            """
            select server_id || ' ' || user_id || ' ' || extract(epoch from timed_out_until)::bigint
              as one from membership where timed_out_until is not null
            """)
        .map(row -> text(row, "one"))
        .collect(Collectors.toSet());
  }

  private static Set<String> expectedTimeouts(Story story) {
    return story.timedOut().entrySet().stream()
        .map(
            one ->
                "%s %s %d"
                    .formatted(
                        one.getKey().serverId().value(),
                        one.getKey().userId().value(),
                        one.getValue().getEpochSecond()))
        .collect(Collectors.toSet());
  }

  private Set<String> overwrites() {
    return pairs(
            """
            select channel_id || ' ' || target_kind || ' ' || target_id || ' ' || allow::text
              || deny::text as one from channel_overwrite
            """)
        .map(row -> text(row, "one"))
        .collect(Collectors.toSet());
  }

  private Set<UUID> syncedChannels() {
    return pairs("select id from channel where synced")
        .map(ReplayIT::id)
        .collect(Collectors.toSet());
  }

  private static Set<String> expectedRoles(Story story) {
    return story.roles().entrySet().stream()
        .map(
            server ->
                Stream.concat(
                        server.getValue().stream(), Stream.of(RoleId.everyone(server.getKey())))
                    .map(role -> role.value().toString())
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.toSet());
  }

  private static Set<String> expectedRolesOfMembers(Story story) {
    return story.rolesOfMembers().entrySet().stream()
        .flatMap(
            member ->
                member.getValue().stream()
                    .map(
                        role ->
                            member.getKey().serverId().value()
                                + " "
                                + member.getKey().userId().value()
                                + " "
                                + role.value()))
        .collect(Collectors.toSet());
  }

  private static Set<String> expectedOverwrites(Story story) {
    return story.overwrites().values().stream()
        .flatMap(
            channel ->
                Stream.concat(
                    channel.roles().entrySet().stream()
                        .map(one -> line(channel, "role", one.getKey().value(), one.getValue())),
                    channel.members().entrySet().stream()
                        .map(one -> line(channel, "member", one.getKey().value(), one.getValue()))))
        .collect(Collectors.toSet());
  }

  private static String line(ChannelAccess channel, String kind, UUID target, Overwrite overwrite) {
    return "%s %s %s {%s}{%s}"
        .formatted(
            channel.channelId().value(),
            kind,
            target,
            String.join(",", overwrite.allow().names()),
            String.join(",", overwrite.deny().names()));
  }

  private static Set<UUID> expectedSynced(Story story) {
    return story.synced().stream().map(channel -> channel.value()).collect(Collectors.toSet());
  }

  private static String text(Map<String, @Nullable Object> row, String column) {
    return (String) Objects.requireNonNull(row.get(column));
  }

  private Stream<Map<String, @Nullable Object>> pairs(String sql) {
    return new JdbcTemplate(database.dataSource()).queryForList(sql).stream();
  }

  private static UUID id(Map<String, @Nullable Object> row) {
    return (UUID) Objects.requireNonNull(row.get("id"));
  }

  private static Map<UUID, String> expectedContents(Story story) {
    return story.contents().entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue));
  }

  private static Map<UUID, Integer> expectedCounts(Story story) {
    return story.members().entrySet().stream()
        .collect(
            Collectors.toMap(entry -> entry.getKey().value(), entry -> entry.getValue().size()));
  }

  private static Set<UUID> expectedChannels(Story story) {
    return story.channels().stream().map(channel -> channel.value()).collect(Collectors.toSet());
  }
}
