package io.beep.app.standalone;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.coreapi.channel.ChannelType;
import io.beep.coreapi.channel.CreateChannel;
import io.beep.coreapi.channel.DeleteChannel;
import io.beep.coreapi.invitation.CreateInvitation;
import io.beep.coreapi.invitation.InviteMember;
import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.moderation.LimitNewMembers;
import io.beep.coreapi.moderation.ReportCategory;
import io.beep.coreapi.moderation.ReportMember;
import io.beep.coreapi.moderation.ReportMessage;
import io.beep.coreapi.moderation.SetForbiddenWords;
import io.beep.coreapi.moderation.TrustMember;
import io.beep.coreapi.server.BanMember;
import io.beep.coreapi.server.CreateRole;
import io.beep.coreapi.server.CreateServer;
import io.beep.coreapi.server.CreatedServer;
import io.beep.coreapi.server.DeleteServer;
import io.beep.coreapi.server.GiveRole;
import io.beep.coreapi.server.JoinServer;
import io.beep.coreapi.server.RestoreServer;
import io.beep.coreapi.server.SetServerBanner;
import io.beep.coreapi.server.SetServerPicture;
import io.beep.coreapi.server.TimeOutMember;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.coreapi.shared.picture.PictureId;
import io.beep.coreapi.shared.picture.PictureKind;
import io.beep.coreapi.shared.picture.StoredPicture;
import io.beep.coreapi.user.RegisterUser;
import io.beep.saga.SagasConfiguration;
import io.beep.saga.shared.BusCommands;
import io.beep.saga.shared.Work;
import io.beep.saga.shared.Work.Outcome;
import io.beep.testsupport.TestSearch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * When a server has ended, nothing of it is left anywhere but in the events: not a row in any table
 * of any schema, also of those that will be added, no document, no picture.
 */
class ServerEndIT {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_PIECES = 1_000;
  private static final int SAID = 5;

  /**
   * The tables whose rows belong to a server. Who adds one names it here, puts rows into it in
   * {@link #furnished}, and sees to it that they go: by a projection that hears of the end, or by a
   * step of the deletion when they may be many.
   */
  private static final Set<String> OF_SERVERS =
      Set.of(
          "read_model.audit_entry",
          "read_model.audit_subject",
          "read_model.ban",
          "read_model.channel",
          "read_model.channel_overwrite",
          "read_model.forbidden_word",
          "read_model.invitation",
          "read_model.member_invitation",
          "read_model.member_move",
          "read_model.membership",
          "read_model.message",
          "read_model.new_member_limit",
          "read_model.report",
          "read_model.report_filing",
          "read_model.role",
          "sagas.channel_deletion",
          "sagas.server_deletion",
          "sagas.server_deletion_step");

  /** They have rows while the server is being deleted, and only then. */
  private static final Set<String> OF_ITS_DELETION =
      Set.of("sagas.server_deletion", "sagas.server_deletion_step");

  private final HttpClient http = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init")
  private DeletionWorld world;

  @BeforeEach
  void begin() throws SQLException {
    world = new DeletionWorld();
  }

  @AfterEach
  void end() {
    http.close();
    world.close();
  }

  /** One with something of everything that there is. */
  private Furnished furnished(String name) {
    UserId owner = someone(name + "-owner");
    UserId grace = someone(name + "-grace");
    UserId linus = someone(name + "-linus");
    UserId loud = someone(name + "-loud");
    CreatedServer created =
        world.decide(
            new CreateServer(owner, "Doomed " + name, null, Visibility.PUBLIC),
            CreatedServer.class);
    ServerId server = created.id();
    ChannelId talk = created.channels().getFirst().id();
    List.of(grace, linus, loud).forEach(user -> world.decide(new JoinServer(server, user)));
    RoleId role =
        world.decide(
            new CreateRole(
                server, owner, "crew", null, PermissionSet.of(Permission.MANAGE_MESSAGES)),
            RoleId.class);
    world.decide(new GiveRole(server, owner, grace, role));
    ChannelId staff =
        world.decide(
            new CreateChannel(server, owner, "staff", ChannelType.TEXT, null, true),
            ChannelId.class);
    MessageId last =
        world.decide(new SendMessage(talk, linus, "message " + name, null), MessageId.class);
    for (int i = 1; i < SAID; i++) {
      world.decide(new SendMessage(talk, owner, "message " + i, null));
    }
    ChannelId deleted =
        world.decide(
            new CreateChannel(server, owner, "old", ChannelType.TEXT, null, false),
            ChannelId.class);
    world.decide(new SendMessage(deleted, owner, "said in what is deleted", null));
    world.decide(new DeleteChannel(deleted, owner));
    world.decide(new SetForbiddenWords(server, owner, List.of("tar"), List.of("hot water")));
    world.decide(new LimitNewMembers(server, owner, 600));
    world.decide(new TrustMember(server, owner, linus));
    world.decide(new ReportMessage(last, grace, ReportCategory.SPAM, "look"));
    world.decide(new ReportMember(server, grace, linus, ReportCategory.OTHER, null));
    world.decide(new TimeOutMember(server, owner, linus, null, 600L, "too loud"));
    world.decide(new BanMember(server, owner, loud, "too loud"));
    world.decide(new CreateInvitation(server, owner, null, null));
    world.decide(new InviteMember(server, owner, someone(name + "-guest")));
    world.decide(new SetServerPicture(server, owner, picture(PictureKind.PICTURE)));
    world.decide(new SetServerBanner(server, owner, picture(PictureKind.BANNER)));
    Furnished furnished = new Furnished(server, owner, List.of(role, talk, staff, deleted, last));
    awaitFurnished(furnished);
    return furnished;
  }

  /**
   * What was made.
   *
   * @param parts things of it that have ids of their own
   */
  private record Furnished(ServerId server, UserId owner, List<Object> parts) {}

  private UserId someone(String name) {
    UserId user = new UserId(world.ids().next());
    world.decide(new RegisterUser(user, name, "Some", "Body"));
    return user;
  }

  private PictureId picture(PictureKind kind) {
    return world.pictures().keep(kind, ServerDeletionKilledIT.aPixel()).join();
  }

  private void awaitFurnished(Furnished made) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(rows(made.server()))
                  .allSatisfy(
                      (table, rows) ->
                          assertThat(rows)
                              .as(table)
                              .hasSizeGreaterThan(OF_ITS_DELETION.contains(table) ? -1 : 0));
              assertThat(rows(made.server()).get("read_model.message")).hasSize(SAID + 1);
              assertThat(documents(made.server())).isEqualTo(SAID + 2);
            });
  }

  /** Of every table that has a column for it, whatever schema it is in but that of the events. */
  private Map<String, List<String>> rows(ServerId server) {
    Map<String, List<String>> rows = new TreeMap<>();
    tablesWith("column_name = 'server_id'")
        .forEach(
            table ->
                rows.put(
                    table,
                    texts(
                        "select t::text from %s t where server_id = ? order by 1".formatted(table),
                        server.value())));
    return rows;
  }

  private List<String> texts(String sql, Object... values) {
    return world.inReadModel().query(sql, (row, _) -> row.getString(1), values);
  }

  private List<String> tablesWith(String column) {
    return texts(
        """
        select distinct table_schema || '.' || table_name
        from information_schema.columns join information_schema.tables
          using (table_schema, table_name)
        where table_type = 'BASE TABLE' and %s
          and table_schema not in ('pg_catalog', 'information_schema', 'events')
        order by 1
        """
            .formatted(column));
  }

  /** Tables, any of whose columns speaks of it. */
  private Set<String> whoSpeaksOf(Object id) {
    return tablesWith("true").stream()
        .filter(
            table ->
                Boolean.TRUE.equals(
                    world
                        .inReadModel()
                        .queryForObject(
                            "select exists (select from %s t where t::text like ?)"
                                .formatted(table),
                            Boolean.class,
                            "%" + bare(id) + "%")))
        .collect(toSet());
  }

  /** Without the letters in front that say of what it is the id. */
  private static String bare(Object id) {
    String text = id.toString();
    return text.substring(text.length() - 36);
  }

  /** In all indexes. */
  private int documents(ServerId server) throws IOException, InterruptedException {
    ask("/_refresh", "");
    return JsonMapper.shared()
        .readTree(
            ask("/_all/_count", "{\"query\":{\"term\":{\"serverId\":\"" + server.value() + "\"}}}"))
        .get("count")
        .asInt();
  }

  private String ask(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(TestSearch.url() + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private Set<PictureId> pictures() {
    return world.pictures().stored(null, 1_000).stream().map(StoredPicture::id).collect(toSet());
  }

  private long noted() {
    return world.inSagas().queryForList("select server_id from server_deletion").size();
  }

  /** Without what tells of the deletion itself. */
  private Map<String, List<String>> whatIsRestored(ServerId server) {
    Map<String, List<String>> rows = rows(server);
    rows.keySet().removeIf(table -> table.contains(".audit_"));
    rows.put("server", texts("select t::text from server t where id = ?", server.value()));
    return rows;
  }

  @Test
  void shouldKnowEveryTableWithRowsOfServers() {
    assertThat(tablesWith("column_name = 'server_id'"))
        .containsExactlyInAnyOrderElementsOf(OF_SERVERS);
  }

  @Test
  void shouldHideAllOfItAndBringAllOfItBack() throws Exception {
    Furnished made = furnished("back");
    Map<String, List<String>> before = whatIsRestored(made.server());

    world.decide(new DeleteServer(made.server(), made.owner()));
    await().atMost(PATIENCE).until(() -> noted() == 1);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(whatIsRestored(made.server()).get("server")).isEmpty();
              // What is searched in stays; whoever looks there asks the tables too.
              assertThat(documents(made.server())).isEqualTo(SAID + 2);
            });

    world.decide(new RestoreServer(made.server(), made.owner()));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(whatIsRestored(made.server())).isEqualTo(before);
              assertThat(documents(made.server())).isEqualTo(SAID + 2);
            });
    assertThat(pictures()).hasSize(2);
  }

  @Test
  void shouldLeaveNothingAnywhere() throws Exception {
    Furnished bystander = furnished("bystander");
    Set<PictureId> theirs = pictures();
    Map<String, List<String>> rowsOfBystander = rows(bystander.server());
    Furnished doomed = furnished("doomed");
    assertThat(pictures()).hasSize(4);

    world.decide(new DeleteServer(doomed.server(), doomed.owner()));
    await().atMost(PATIENCE).until(() -> noted() == 1);
    world.later(WEEK);
    Work process =
        SagasConfiguration.serverDeletions(
            world.sagas(),
            new BusCommands(world.axon().commandBus()),
            world.erasers().all(),
            world.clock());
    process.work();
    assertThat(rows(doomed.server()).get("sagas.server_deletion_step")).isNotEmpty();
    for (int i = 0; noted() > 0 && i < MOST_PIECES; i++) {
      assertThat(process.work()).isNotEqualTo(Outcome.FAILED);
    }

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(rows(doomed.server()))
                  .allSatisfy((table, rows) -> assertThat(rows).as(table).isEmpty());
              assertThat(whoSpeaksOf(doomed.server())).isEmpty();
            });
    assertThat(doomed.parts()).allSatisfy(part -> assertThat(whoSpeaksOf(part)).isEmpty());
    assertThat(documents(doomed.server())).isZero();
    assertThat(pictures()).isEqualTo(theirs);
    assertThat(rows(bystander.server())).isEqualTo(rowsOfBystander);
    assertThat(documents(bystander.server())).isEqualTo(SAID + 2);
    assertThat(whoSpeaksOf(bystander.server())).contains("read_model.server");
  }
}
