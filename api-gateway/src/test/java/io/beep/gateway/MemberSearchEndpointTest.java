package io.beep.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.server.ListMembers;
import io.beep.coreapi.server.MemberPage;
import io.beep.coreapi.server.MemberView;
import io.beep.coreapi.server.SearchMembers;
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

class MemberSearchEndpointTest {

  private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");

  @TempDir static Path web;

  private GatewayNode node;
  private UserId alice;
  private ServerId server;
  private String members;

  @BeforeEach
  void start() {
    node = new GatewayNode(web);
    alice = new UserId(node.ids().next());
    server = new ServerId(node.ids().next());
    members = "/api/servers/" + server.value() + "/members";
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void shouldAskForWhoseNameBeginsSo() {
    MemberView ada = new MemberView(alice, "ada", "Ada", null, List.of(), AT, null);
    node.behind()
        .answer(SearchMembers.class, MemberPage.class, _ -> new MemberPage(List.of(ada), false, 7));

    Reply reply = node.get(members + "?q=%C3%A1d&limit=1000", alice);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("items").path(0).path("username").asString()).isEqualTo("ada");
    assertThat(node.behind().lastQuery(SearchMembers.class).getPayload())
        .isEqualTo(new SearchMembers(server, alice, "ád", SearchMembers.MOST));
  }

  @Test
  void shouldListThemWhenNothingIsLookedFor() {
    node.behind()
        .answer(ListMembers.class, MemberPage.class, _ -> new MemberPage(List.of(), false, 7));

    assertThat(node.get(members + "?q=%20", alice).status()).isEqualTo(200);
    assertThat(node.behind().lastQuery(ListMembers.class).getPayload())
        .isEqualTo(new ListMembers(server, alice, null, 100));
  }

  @Test
  void shouldRefuseWhatIsLongerThanAnyName() {
    Reply reply = node.get(members + "?q=" + "x".repeat(SearchMembers.LONGEST + 1), alice);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("errors").path(0).path("field").asString()).isEqualTo("q");
  }
}
