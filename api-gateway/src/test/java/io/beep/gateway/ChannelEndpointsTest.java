package io.beep.gateway;

import static io.beep.gateway.fixture.Limited.requireLimited;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.channel.EditChannel;
import io.beep.coreapi.channel.MoveChannel;
import io.beep.coreapi.message.MessageError;
import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.NewText;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.fixture.GatewayNode;
import io.beep.gateway.fixture.GatewayNode.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelEndpointsTest {

  @TempDir static Path web;

  private GatewayNode node;
  private UserId alice;
  private ChannelId channel;

  @BeforeEach
  void start() {
    node = new GatewayNode(web);
    alice = new UserId(node.ids().next());
    channel = new ChannelId(node.ids().next());
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private Object lastCommand() {
    return node.behind().commandsSeen().getLast().getPayload();
  }

  private String path() {
    return "/api/channels/" + channel.value();
  }

  @Test
  void shouldPlaceAChannelBehindAnother() {
    node.behind().handle(MoveChannel.class, _ -> "");
    ChannelId folder = new ChannelId(node.ids().next());
    ChannelId other = new ChannelId(node.ids().next());

    Reply reply =
        node.send(
            "PUT",
            path() + "/place",
            alice,
            "{\"parentId\":\"%s\",\"after\":\"%s\",\"synced\":true}"
                .formatted(folder.value(), other.value()));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("id").asString()).isEqualTo(channel.value().toString());
    assertThat(lastCommand()).isEqualTo(new MoveChannel(channel, alice, folder, other, true));
  }

  @Test
  void shouldPlaceAChannelBeforeAllOthersInNoFolder() {
    node.behind().handle(MoveChannel.class, _ -> "");

    assertThat(node.send("PUT", path() + "/place", alice, "{}").status()).isEqualTo(200);

    assertThat(lastCommand()).isEqualTo(new MoveChannel(channel, alice, null, null, false));
  }

  @Test
  void shouldRefuseAPlaceBehindNothing() {
    Reply reply = node.send("PUT", path() + "/place", alice, "{\"after\":\"first\"}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("errors").path(0).path("field").asString()).isEqualTo("after");
    assertThat(node.behind().commandsSeen()).isEmpty();
  }

  @Test
  void shouldSendAllFieldsAsOneCommand() {
    node.behind().handle(EditChannel.class, _ -> "");

    Reply reply =
        node.send("PATCH", path(), alice, "{\"private\":true,\"slowMode\":30,\"name\":\"news\"}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(node.behind().commandsSeen())
        .extracting(command -> (Object) command.getPayload())
        .containsExactly(new EditChannel(channel, alice, "news", null, 30, true));
    node.send("PATCH", path(), alice, "{\"private\":false,\"topic\":null}");
    assertThat(lastCommand())
        .isEqualTo(new EditChannel(channel, alice, null, new NewText(null), null, false));
  }

  @Test
  void shouldTellWhenTheNextTurnIs() {
    node.behind().refuse(SendMessage.class, new MessageError.SlowMode(27));

    Reply reply = node.send("POST", path() + "/messages", alice, "{\"content\":\"hi\"}");

    requireLimited(reply, "message.slow-mode", "message.slow-mode", 1);
    assertThat(reply.header("Retry-After")).isEqualTo("27");
    assertThat(reply.header("X-RateLimit-Reset-After")).isEqualTo("27.000");
  }
}
