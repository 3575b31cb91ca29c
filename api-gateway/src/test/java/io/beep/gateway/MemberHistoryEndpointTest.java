package io.beep.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.audit.GetMemberHistory;
import io.beep.coreapi.audit.MemberHistoryView;
import io.beep.coreapi.message.GetMemberActivity;
import io.beep.coreapi.message.MemberActivityView;
import io.beep.coreapi.shared.AuthorKind;
import io.beep.coreapi.shared.AuthorView;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.fixture.GatewayNode;
import io.beep.gateway.fixture.GatewayNode.Reply;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemberHistoryEndpointTest {

  private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");

  @TempDir static Path web;

  private GatewayNode node;

  @BeforeEach
  void start() {
    node = new GatewayNode(web);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void shouldTellHowMuchTheyWrote() {
    UserId alice = new UserId(node.ids().next());
    UserId bob = new UserId(node.ids().next());
    ServerId server = new ServerId(node.ids().next());
    node.behind()
        .answer(
            GetMemberActivity.class,
            MemberActivityView.class,
            _ -> new MemberActivityView(10_000, true, AT));

    Reply reply =
        node.get("/api/servers/" + server.value() + "/members/" + bob.value() + "/activity", alice);

    assertThat(reply.response().body())
        .isEqualTo("{\"messages\":10000,\"more\":true,\"lastAt\":\"2026-03-01T09:00:00Z\"}");
    assertThat(node.behind().lastQuery(GetMemberActivity.class).getPayload())
        .isEqualTo(new GetMemberActivity(server, alice, bob));
  }

  @Test
  void shouldTellWhatThereWas() {
    UserId alice = new UserId(node.ids().next());
    UserId bob = new UserId(node.ids().next());
    ServerId server = new ServerId(node.ids().next());
    node.behind()
        .answer(
            GetMemberHistory.class,
            MemberHistoryView.class,
            _ ->
                new MemberHistoryView(
                    new AuthorView(bob, "bob", "Bob", null, AuthorKind.USER),
                    AT,
                    null,
                    false,
                    null,
                    2,
                    1,
                    List.of(new MemberHistoryView.Move(5, AT, true, null)),
                    List.of(),
                    7));

    Reply reply =
        node.get("/api/servers/" + server.value() + "/members/" + bob.value() + "/history", alice);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("joinedAt").asString()).isEqualTo("2026-03-01T09:00:00Z");
    assertThat(reply.json().path("reports").asInt()).isEqualTo(2);
    assertThat(reply.json().path("openReports").asInt()).isEqualTo(1);
    assertThat(reply.json().path("moves").path(0).path("left").asBoolean()).isTrue();
    assertThat(node.behind().lastQuery(GetMemberHistory.class).getPayload())
        .isEqualTo(new GetMemberHistory(server, alice, bob));
  }
}
