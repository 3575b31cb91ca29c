package io.beep.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beep.coreapi.audit.AuditEntryView;
import io.beep.coreapi.audit.AuditLogPage;
import io.beep.coreapi.audit.AuditTargetView;
import io.beep.coreapi.audit.ListAuditLog;
import io.beep.coreapi.audit.ListAuditLog.Filter;
import io.beep.coreapi.shared.AuthorKind;
import io.beep.coreapi.shared.AuthorView;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.fixture.GatewayNode;
import io.beep.gateway.fixture.GatewayNode.Reply;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit log at the edge, as a list and as a file. */
class AuditEndpointsTest {

  private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");

  @TempDir static Path web;

  private final List<ListAuditLog> asked = new CopyOnWriteArrayList<>();
  private GatewayNode node;
  private UserId alice;
  private ServerId server;

  @BeforeEach
  void start() {
    node = new GatewayNode(web);
    alice = new UserId(node.ids().next());
    server = new ServerId(node.ids().next());
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private String log() {
    return "/api/servers/" + server.value() + "/audit-log";
  }

  private AuditEntryView act(long position, String name) {
    return new AuditEntryView(
        position,
        AT,
        new AuthorView(alice, "alice", "Alice", null, AuthorKind.USER),
        "channel.ChannelRenamed",
        new AuditTargetView("channel", "c", name),
        null,
        Map.of("name", name),
        Map.of("name", "new"),
        null,
        null,
        null,
        false);
  }

  private void answer(AuditEntryView entry, @Nullable Long older) {
    node.behind()
        .answer(
            ListAuditLog.class,
            AuditLogPage.class,
            query -> {
              asked.add(query);
              return new AuditLogPage(List.of(entry), older, null, 9);
            });
  }

  /** Three pages of one act each, the last of which is refused. */
  private void answerPages(boolean allowed) {
    node.behind()
        .answer(
            ListAuditLog.class,
            AuditLogPage.class,
            query -> {
              asked.add(query);
              long next = query.before() == null ? 3 : query.before() - 1;
              if (next == 1 && !allowed) {
                throw new DomainException(new CommonError.Forbidden("VIEW_AUDIT_LOG"));
              }
              return new AuditLogPage(
                  List.of(act(next, "n" + next)), next == 1 ? null : next, null, 9);
            });
  }

  @Test
  void shouldListWhatIsAskedFor() {
    answer(act(7, "news"), 7L);

    Reply reply =
        node.get(
            log()
                + "?actor="
                + alice.value()
                + "&action=channel.ChannelRenamed&target=c&from=2026-03-01T00:00:00Z"
                + "&to=2026-03-02T00:00:00Z&before=8&limit=10",
            alice);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.response().body())
        .isEqualTo(
            "{\"items\":[{\"position\":7,\"at\":\"2026-03-01T09:00:00Z\",\"actor\":{\"id\":\""
                + alice.value()
                + "\",\"username\":\"alice\",\"displayName\":\"Alice\",\"kind\":\"user\"},"
                + "\"action\":\"channel.ChannelRenamed\",\"target\":{\"kind\":\"channel\","
                + "\"id\":\"c\",\"name\":\"news\"},\"before\":{\"name\":\"news\"},"
                + "\"after\":{\"name\":\"new\"},\"withheld\":false}],\"older\":7,\"position\":9}");
    assertThat(asked)
        .containsExactly(
            new ListAuditLog(
                server,
                alice,
                new Filter(
                    alice,
                    "channel.ChannelRenamed",
                    "c",
                    Instant.parse("2026-03-01T00:00:00Z"),
                    Instant.parse("2026-03-02T00:00:00Z")),
                8L,
                null,
                10));
    node.get(log(), alice);
    assertThat(asked.getLast())
        .isEqualTo(new ListAuditLog(server, alice, Filter.ALL, null, null, 50));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?before=1&after=2",
        "?before=-1",
        "?limit=501",
        "?from=yesterday",
        "?actor=me",
        "?who=me",
        "/export?format=pdf",
        "/export?before=1"
      })
  void shouldRefuseWhatCannotBeMeant(String query) {
    answer(act(7, "news"), null);

    assertThat(node.get(log() + query, alice).status()).isEqualTo(400);
    assertThat(asked).isEmpty();
  }

  @Test
  void shouldExportPageAfterPage() {
    answerPages(true);

    Reply reply = node.get(log() + "/export?target=c", alice);

    assertThat(reply.header("Content-Type")).isEqualTo("application/x-ndjson");
    assertThat(reply.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"audit-log.ndjson\"");
    assertThat(reply.response().body().lines())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).startsWith("{\"position\":").endsWith("}"));
    assertThat(asked).extracting(ListAuditLog::before).containsExactly(null, 3L, 2L);
    assertThat(asked)
        .allSatisfy(
            query -> {
              assertThat(query.limit()).isEqualTo(ListAuditLog.MOST);
              assertThat(query.filter().target()).isEqualTo("c");
            });
  }

  @Test
  void shouldExportForSpreadsheetsWithoutFormulas() {
    answer(act(7, "=1+1, \"x\""), null);

    Reply reply = node.get(log() + "/export?format=csv", alice);

    assertThat(reply.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(reply.response().body())
        .isEqualTo(
            "position,at,actorId,actor,action,targetKind,targetId,target,relatedKind,relatedId,"
                + "related,before,after,reason,undoes,undoneBy,withheld\r\n"
                + "7,2026-03-01T09:00:00Z,"
                + alice.value()
                + ",Alice,channel.ChannelRenamed,channel,c,\"'=1+1, \"\"x\"\"\",,,,"
                + "\"{\"\"name\"\":\"\"=1+1, \\\"\"x\\\"\"\"\"}\",\"{\"\"name\"\":\"\"new\"\"}\","
                + ",,,false\r\n");
  }

  @Test
  void shouldAnswerAProblemAsLongAsNothingIsWritten() {
    node.behind()
        .answer(
            ListAuditLog.class,
            AuditLogPage.class,
            _ -> {
              throw new DomainException(new CommonError.Forbidden("VIEW_AUDIT_LOG"));
            });

    Reply refused = node.get(log() + "/export", alice);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("permission.missing");
  }

  @Test
  void shouldBreakOffWhenThePermissionIsTakenMeanwhile() {
    answerPages(false);

    assertThatThrownBy(() -> node.get(log() + "/export", alice))
        .hasRootCauseInstanceOf(java.io.IOException.class);
    assertThat(asked).hasSize(3);
  }

  @Test
  void shouldNotBeExportedAllTheTime() {
    answer(act(7, "news"), null);
    for (int i = 0; i < 6; i++) {
      assertThat(node.get(log() + "/export", alice).status()).isEqualTo(200);
    }

    assertThat(node.get(log() + "/export", alice).status()).isEqualTo(429);
  }
}
