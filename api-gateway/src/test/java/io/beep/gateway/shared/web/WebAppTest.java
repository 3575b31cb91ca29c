package io.beep.gateway.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beep.gateway.shared.bus.Bridge;
import io.beep.gateway.shared.problem.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class WebAppTest {

  /** No locale has bytes for half a surrogate pair; that of POSIX has none for an é either. */
  private static final URI UNNAMEABLE = URI.create("/\ud800");

  @TempDir private Path directory;

  private final Bridge bridge = new Bridge(new SimpleMeterRegistry());

  @SuppressWarnings("NullAway.Init")
  private WebApp app;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(directory.resolve("index.html"), "<!doctype html><title>Beep</title>");
    app = new WebApp(directory, bridge);
  }

  @AfterEach
  void stop() {
    bridge.close();
  }

  private static MockServerWebExchange get(URI address, String accept) {
    return MockServerWebExchange.from(
        MockServerHttpRequest.method(HttpMethod.GET, address).header("Accept", accept).build());
  }

  @Test
  void shouldNotFindWhatTheLocaleCannotName() {
    assertThatThrownBy(() -> app.serve(get(UNNAMEABLE, "*/*")).block())
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("address.not-found"));
  }

  @Test
  void shouldShowThePageWhereTheLocaleCannotNameTheAddress() {
    MockServerWebExchange exchange = get(UNNAMEABLE, "text/html");

    app.serve(exchange).block();

    assertThat(exchange.getResponse().getStatusCode()).isIn(null, HttpStatus.OK);
    assertThat(exchange.getResponse().getBodyAsString().block()).contains("<title>Beep</title>");
  }
}
