package io.beep.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.shared.UserId;
import io.beep.gateway.fixture.GatewayNode;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class NoRequestTest {

  private static final int PATIENCE_MILLIS = 10_000;

  @TempDir private Path web;

  @SuppressWarnings("NullAway.Init")
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
  void shouldBeAnsweredOnceAndBeNoNewsWhenAChunkIsMalformed(CapturedOutput output)
      throws IOException {
    String token = node.identity().token(new UserId(node.ids().next()));
    String request =
        "POST /api/servers HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\nAuthorization: Bearer "
            + token
            + "\r\n\r\nno number\r\n{}\r\n0\r\n\r\n";

    try (Socket socket = new Socket("127.0.0.1", node.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);

      assertThat(answer).startsWith("HTTP/1.1 400 ").containsOnlyOnce("HTTP/1.1 ");
      assertThat(answer).containsOnlyOnce("\"code\":\"request.refused\"");
    }
    assertThat(output).doesNotContain(" ERROR ", "Server Error");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/servers/%zz", "/%", "/api/servers?q=%G1", "/a|b", "/[x"})
  void shouldBeAProblemWhenTheAddressIsMalformed(String address) throws IOException {
    String request = "GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    try (Socket socket = new Socket("127.0.0.1", node.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);

      assertThat(answer)
          .startsWith("HTTP/1.1 400 ")
          .containsIgnoringCase("content-type: application/problem+json")
          .containsIgnoringCase("x-content-type-options: nosniff")
          .containsOnlyOnce("\"code\":\"request.");
    }
  }

  @ParameterizedTest
  @CsvSource({"GET, 200", "POST, 405"})
  void shouldTakeTheOriginAloneForTheFirstPage(String method, int status) throws IOException {
    Files.writeString(web.resolve("index.html"), "<!doctype html><title>Beep</title>");
    String request =
        method
            + " http://beep.example:8080 HTTP/1.1\r\nHost: beep.example:8080\r\n"
            + "Content-Length: 0\r\nConnection: close\r\n\r\n";

    try (Socket socket = new Socket("127.0.0.1", node.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);

      assertThat(answer)
          .startsWith("HTTP/1.1 " + status + " ")
          .contains(status == 200 ? "<title>Beep</title>" : "\"instance\":\"/\"");
    }
  }

  @ParameterizedTest
  @CsvSource({"414, 5000, 1", "431, 10, 33000"})
  void shouldBeAProblemWhenItsHeadIsTooLong(int status, int address, int header)
      throws IOException {
    String request =
        "GET /"
            + "a".repeat(address)
            + " HTTP/1.1\r\nHost: x\r\nX-Long: "
            + "b".repeat(header)
            + "\r\n\r\n";

    try (Socket socket = new Socket("127.0.0.1", node.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);

      assertThat(answer)
          .startsWith("HTTP/1.1 " + status)
          .containsIgnoringCase("content-type: application/problem+json")
          .containsOnlyOnce("\"code\":\"request.refused\"");
    }
  }
}
