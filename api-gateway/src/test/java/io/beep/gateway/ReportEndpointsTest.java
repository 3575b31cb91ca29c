package io.beep.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.moderation.ListReports;
import io.beep.coreapi.moderation.ReopenReport;
import io.beep.coreapi.moderation.ReportCategory;
import io.beep.coreapi.moderation.ReportError;
import io.beep.coreapi.moderation.ReportId;
import io.beep.coreapi.moderation.ReportMember;
import io.beep.coreapi.moderation.ReportMessage;
import io.beep.coreapi.moderation.ReportOutcome;
import io.beep.coreapi.moderation.ReportPage;
import io.beep.coreapi.moderation.ResolveReport;
import io.beep.coreapi.shared.Command;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.fixture.GatewayNode;
import io.beep.gateway.fixture.GatewayNode.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportEndpointsTest {

  @TempDir static Path web;

  private GatewayNode node;
  private UserId alice;
  private UserId bob;
  private ServerId server;
  private MessageId message;
  private String reports;
  private String resolution;

  @BeforeEach
  void start() {
    node = new GatewayNode(web);
    alice = new UserId(node.ids().next());
    bob = new UserId(node.ids().next());
    server = new ServerId(node.ids().next());
    message = new MessageId(node.ids().next());
    reports = "/api/messages/" + message.value() + "/reports";
    resolution = "/api/servers/" + server.value() + "/reports/" + message.value() + "/resolution";
    List.of(ReportMessage.class, ReportMember.class, ResolveReport.class, ReopenReport.class)
        .forEach(this::handle);
  }

  private <C extends Command> void handle(Class<C> type) {
    node.behind().handle(type, _ -> "");
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private void sends(Command command, String id, Reply reply) {
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
    assertThat(reply.json().path("id").asString()).isEqualTo(id);
    assertThat(node.behind().commandsSeen().getLast().getPayload()).isEqualTo(command);
  }

  @Test
  void shouldReportMessagesAndMembers() {
    sends(
        new ReportMessage(message, alice, ReportCategory.SELF_HARM, "please look"),
        message.value().toString(),
        node.send("POST", reports, alice, "{\"reason\":\"self-harm\",\"text\":\"please look\"}"));
    sends(
        new ReportMember(server, alice, bob, ReportCategory.SPAM, null),
        bob.value().toString(),
        node.send(
            "POST",
            "/api/servers/" + server.value() + "/members/" + bob.value() + "/reports",
            alice,
            "{\"reason\":\"spam\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"reason\":\"boring\"}", "{\"reason\":7}", "[]"})
  void shouldTakeKnownReasonsOnly(String body) {
    assertThat(node.send("POST", reports, alice, body).status()).isEqualTo(400);
    assertThat(node.behind().commandsSeen()).isEmpty();
  }

  @Test
  void shouldResolveAndReopen() {
    ReportId report = ReportId.of(message);
    sends(
        new ResolveReport(server, alice, report, ReportOutcome.ACTED, "gone"),
        message.value().toString(),
        node.send("PUT", resolution, alice, "{\"outcome\":\"acted\",\"note\":\"gone\"}"));
    sends(
        new ReopenReport(server, alice, report),
        message.value().toString(),
        node.send(node.request(resolution, alice).method("DELETE", BodyPublishers.noBody())));
  }

  @Test
  void shouldSayWhyNot() {
    node.behind().refuse(ReportMessage.class, new ReportError.Oneself());

    Reply reply = node.send("POST", reports, alice, "{\"reason\":\"spam\"}");

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.json().path("code").asString()).isEqualTo("report.oneself");
  }

  @Test
  void shouldListThoseThatWaitAndThoseThatAreDone() {
    node.behind()
        .answer(ListReports.class, ReportPage.class, _ -> new ReportPage(List.of(), 3, 17L, 5));
    String queue = "/api/servers/" + server.value() + "/reports";

    Reply first = node.get(queue, alice);
    assertThat(first.json().path("waiting").asInt()).isEqualTo(3);
    assertThat(first.json().path("next").asLong()).isEqualTo(17);
    assertThat(node.behind().lastQuery(ListReports.class).getPayload())
        .isEqualTo(new ListReports(server, alice, true, null, 25));

    node.get(queue + "?state=closed&cursor=17&limit=2", alice);
    assertThat(node.behind().lastQuery(ListReports.class).getPayload())
        .isEqualTo(new ListReports(server, alice, false, 17L, 2));

    assertThat(node.get(queue + "?state=lost", alice).status()).isEqualTo(400);
  }
}
