package io.beep.gateway;

import static io.beep.gateway.fixture.Limited.requireLimited;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.invitation.AcceptInvitation;
import io.beep.coreapi.invitation.CreateInvitation;
import io.beep.coreapi.invitation.CreatedInvitation;
import io.beep.coreapi.invitation.GetInvitation;
import io.beep.coreapi.invitation.InvitationCode;
import io.beep.coreapi.invitation.InvitationError;
import io.beep.coreapi.invitation.InvitationPage;
import io.beep.coreapi.invitation.InvitationPreviewView;
import io.beep.coreapi.invitation.ListInvitations;
import io.beep.coreapi.invitation.RevokeInvitation;
import io.beep.coreapi.shared.MessageKeys;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.fixture.GatewayNode;
import io.beep.gateway.fixture.GatewayNode.Reply;
import io.beep.gateway.shared.limit.Limits;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationEndpointsTest {

  private static final InvitationCode CODE = InvitationCode.of("7kQ2mXw9Za");
  private static final Instant END = Instant.parse("2026-03-08T09:00:00Z");

  @TempDir static Path web;

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

  private Object lastCommand() {
    return node.behind().commandsSeen().getLast().getPayload();
  }

  private Reply make(String body) {
    return node.send("POST", "/api/servers/" + server.value() + "/invitations", alice, body);
  }

  private void showPreviews() {
    node.behind()
        .answer(
            GetInvitation.class,
            InvitationPreviewView.class,
            query ->
                new InvitationPreviewView(
                    query.code(),
                    server,
                    "Engines",
                    null,
                    null,
                    null,
                    3,
                    "Ada Lovelace",
                    END,
                    query.asking() != null,
                    7));
  }

  @Test
  void shouldMakeInvitation() {
    node.behind().handle(CreateInvitation.class, _ -> new CreatedInvitation(CODE, 25, END));

    Reply reply = make("{\"maxUses\":25,\"expiresIn\":604800}");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.header("Location")).isEqualTo("/api/invitations/7kQ2mXw9Za");
    assertThat(reply.response().body())
        .isEqualTo(
            "{\"code\":\"7kQ2mXw9Za\",\"position\":-1,\"maxUses\":25,"
                + "\"expiresAt\":\"2026-03-08T09:00:00Z\"}");
    assertThat(lastCommand()).isEqualTo(new CreateInvitation(server, alice, 25, 604_800L));
    assertThat(make("{}").status()).isEqualTo(201);
    assertThat(lastCommand()).isEqualTo(new CreateInvitation(server, alice, null, null));
  }

  @Test
  void shouldMakeTheUsualInvitationOfNothing() {
    node.behind().handle(CreateInvitation.class, _ -> new CreatedInvitation(CODE, null, END));

    for (String body : List.of("", "{}")) {
      HttpRequest.Builder request =
          node.request("/api/servers/" + server.value() + "/invitations", alice)
              .header("Idempotency-Key", "the usual")
              .POST(BodyPublishers.ofString(body));
      if (!body.isEmpty()) {
        request.header("Content-Type", "application/json");
      }
      Reply reply = node.send(request);
      assertThat(reply.status()).as(reply.response().body()).isEqualTo(201);
    }

    assertThat(node.behind().commandsSeen())
        .hasSize(2)
        .allSatisfy(
            command ->
                assertThat(command.getPayload())
                    .isEqualTo(new CreateInvitation(server, alice, null, null)))
        .extracting(command -> command.getMetaData().get(MessageKeys.REQUEST_HASH))
        .doesNotContainNull()
        .satisfies(hashes -> assertThat(hashes.get(1)).isEqualTo(hashes.get(0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"maxUses\":\"3\"}",
        "{\"maxUses\":1.5}",
        "{\"maxUses\":99999999999}",
        "{\"expiresIn\":true}",
        "{\"expires\":60}"
      })
  void shouldRefuseWhatIsNoInvitation(String body) {
    assertThat(make(body).status()).isEqualTo(400);
    assertThat(node.behind().commandsSeen()).isEmpty();
  }

  @Test
  void shouldShowWhereALinkLeadsWithAndWithoutAToken() {
    showPreviews();

    Reply anonymous = node.send(node.anonymous("/api/invitations/7kQ2mXw9Za"));
    assertThat(anonymous.status()).isEqualTo(200);
    assertThat(anonymous.json().path("serverName").asString()).isEqualTo("Engines");
    assertThat(anonymous.json().path("member").asBoolean()).isFalse();
    assertThat(anonymous.header("Cache-Control")).isEqualTo("no-store");
    Reply hers = node.send(node.request("/api/invitations/7kQ2mXw9Za", alice));
    assertThat(hers.json().path("member").asBoolean()).isTrue();
    assertThat(node.behind().lastQuery(GetInvitation.class).getPayload())
        .isEqualTo(new GetInvitation(CODE, alice));
  }

  @Test
  void shouldLimitLooksByAddress() {
    showPreviews();
    int size = Limits.INVITATION_LOOKS.size();
    int asked = 0;
    Reply reply;
    // The bucket fills while this asks, so it takes a few more than its size; with a token or not.
    do {
      reply =
          node.send(
              asked % 2 == 0
                  ? node.anonymous("/api/invitations/7kQ2mXw9Za")
                  : node.request("/api/invitations/7kQ2mXw9Za", new UserId(node.ids().next())));
      asked++;
    } while (reply.status() == 200 && asked < 10 * size);

    assertThat(asked).isGreaterThan(size);
    requireLimited(reply, "limit.reached", "invitation-looks", size);
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "7kQ2mXw9Z0", "invitation:7kQ2mXw9Za", "7kQ2mXw9Zaa"})
  void shouldAnswerWhatIsNoCodeLikeAnUnknownOne(String code) {
    Reply reply = node.send(node.anonymous("/api/invitations/" + code));

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.code()).isEqualTo("invitation.not-found");
  }

  @Test
  void shouldEnterByInvitation() {
    node.behind().handle(AcceptInvitation.class, _ -> server);

    Reply reply = node.send("POST", "/api/invitations/7kQ2mXw9Za/accept", alice, "");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("id").asString()).isEqualTo(server.value().toString());
    assertThat(lastCommand()).isEqualTo(new AcceptInvitation(CODE, alice));
  }

  @Test
  void shouldNotLetInWithoutToken() {
    Reply reply =
        node.send(
            node.anonymous("/api/invitations/7kQ2mXw9Za/accept").POST(BodyPublishers.noBody()));

    assertThat(reply.status()).isEqualTo(401);
    assertThat(node.behind().commandsSeen()).isEmpty();
  }

  @Test
  void shouldTellThatALinkHasEnded() {
    node.behind().refuse(AcceptInvitation.class, new InvitationError.UsedUp());

    Reply reply = node.send("POST", "/api/invitations/7kQ2mXw9Za/accept", alice, "");

    assertThat(reply.status()).isEqualTo(410);
    assertThat(reply.code()).isEqualTo("invitation.used-up");
  }

  @Test
  void shouldListAndRevoke() {
    node.behind()
        .answer(ListInvitations.class, InvitationPage.class, _ -> new InvitationPage(List.of(), 7));
    node.behind().handle(RevokeInvitation.class, _ -> "");

    Reply list = node.send(node.request("/api/servers/" + server.value() + "/invitations", alice));
    assertThat(list.response().body()).isEqualTo("{\"items\":[],\"position\":7}");
    assertThat(node.behind().lastQuery(ListInvitations.class).getPayload())
        .isEqualTo(new ListInvitations(server, alice));
    Reply revoked = node.send(node.request("/api/invitations/7kQ2mXw9Za", alice).DELETE());
    assertThat(revoked.response().body()).isEqualTo("{\"code\":\"7kQ2mXw9Za\",\"position\":-1}");
    assertThat(lastCommand()).isEqualTo(new RevokeInvitation(CODE, alice));
  }
}
