package io.beep.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.message.DeleteMessage;
import io.beep.coreapi.shared.MessageKeys;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.fixture.GatewayNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys beyond ASCII, byte by byte, which no client out of a box sends. */
class IdempotencyKeyTest {

  private static final int PATIENCE_MILLIS = 10_000;

  @TempDir private Path web;

  @SuppressWarnings("NullAway.Init")
  private GatewayNode node;

  @BeforeEach
  void start() {
    node = new GatewayNode(web);
    node.behind().handle(DeleteMessage.class, _ -> "");
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private String answerTo(byte[] key) throws IOException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(
        ("DELETE /api/messages/"
                + UUID.randomUUID()
                + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                + node.identity().token(new UserId(node.ids().next()))
                + "\r\nIdempotency-Key: ")
            .getBytes(US_ASCII));
    request.writeBytes(key);
    request.writeBytes("\r\n\r\n".getBytes(US_ASCII));
    try (Socket socket = new Socket("127.0.0.1", node.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.toByteArray());
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"é", "À", "ключ 1", "鍵", "🐦🐦"})
  void shouldBeTakenAsItIsWritten(String key) throws IOException {
    assertThat(answerTo(key.getBytes(UTF_8))).startsWith("HTTP/1.1 200 ");

    assertThat(node.behind().commandsSeen().getLast().getMetaData())
        .containsEntry(MessageKeys.IDEMPOTENCY_KEY, key);
  }

  @Test
  void shouldBeAsLongInCharactersAsItMayBeInLetters() throws IOException {
    assertThat(answerTo("🐦".repeat(255).getBytes(UTF_8))).startsWith("HTTP/1.1 200 ");
    assertRefused(answerTo("🐦".repeat(256).getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"é", "key À", "\u0080", "\u00c0\u00af", "\u00ed\u00a0\u0080"})
  void shouldBeRefusedWhenItIsNoUtf8(String key) throws IOException {
    assertRefused(answerTo(key.getBytes(ISO_8859_1)));
    assertThat(node.behind().commandsSeen()).isEmpty();
  }

  private static void assertRefused(String answer) {
    assertThat(answer)
        .startsWith("HTTP/1.1 400 ")
        .contains("\"code\":\"idempotency-key.invalid\"", "\"field\":\"Idempotency-Key\"");
  }
}
