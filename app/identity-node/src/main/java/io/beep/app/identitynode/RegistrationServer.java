package io.beep.app.identitynode;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.ErrorPayload;
import io.beep.identity.api.NewAccount;
import io.beep.identity.api.Registrations;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets gateways sign people up: {@code POST /registrations} with {@code Authorization: Bearer} the
 * secret that the nodes share and a {@link NewAccount} in JSON, answered by 200 with the user's id
 * in JSON, or 409 with an {@link ErrorPayload}. Whoever reaches the port without the secret gets
 * 401 and nothing else.
 */
public final class RegistrationServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RegistrationServer.class);

  /** Twice the largest account that passes the rules, in any script. */
  private static final int MOST_BYTES = 16_384;

  /** Hashing a password takes a core for a while; more would only wait longer. */
  private static final int AT_ONCE = 64;

  private static final int BACKLOG = 128;
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int REFUSED = 409;
  private static final int FAULT = 500;

  private final ObjectMapper json =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final byte[] authorization;
  private final Registrations registrations;
  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("registration-", 0).factory());

  private RegistrationServer(HttpServer server, String secret, Registrations registrations) {
    this.server = server;
    this.authorization = ("Bearer " + secret).getBytes(StandardCharsets.UTF_8);
    this.registrations = registrations;
  }

  /**
   * @param port 0 for any
   */
  public static RegistrationServer start(int port, String secret, Registrations registrations)
      throws IOException {
    HttpServer http = HttpServer.create(new InetSocketAddress(port), BACKLOG);
    RegistrationServer server = new RegistrationServer(http, secret, registrations);
    http.createContext("/registrations", server::handle);
    http.setExecutor(server.threads);
    http.start();
    return server;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!isFromGateway(exchange)) {
        exchange.sendResponseHeaders(UNAUTHORIZED, -1);
        return;
      }
      byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
      if (!"POST".equals(exchange.getRequestMethod()) || body.length > MOST_BYTES) {
        exchange.sendResponseHeaders(BAD_REQUEST, -1);
        return;
      }
      register(exchange, body);
    }
  }

  private boolean isFromGateway(HttpExchange exchange) {
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    return given != null
        && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), authorization);
  }

  private void register(HttpExchange exchange, byte[] body) throws IOException {
    if (!free.tryAcquire()) {
      answer(exchange, REFUSED, ErrorPayload.of(new CommonError.Unavailable("identity")));
      return;
    }
    try {
      answer(exchange, OK, registrations.register(json.readValue(body, NewAccount.class)));
    } catch (DomainException refused) {
      answer(exchange, REFUSED, ErrorPayload.of(refused.error()));
    } catch (JacksonException malformed) {
      // Without its message, which may quote what was sent.
      LOG.warn("a gateway sent an account that is no JSON");
      exchange.sendResponseHeaders(BAD_REQUEST, -1);
    } catch (RuntimeException fault) {
      LOG.error("a registration failed", fault);
      exchange.sendResponseHeaders(FAULT, -1);
    } finally {
      free.release();
    }
  }

  private void answer(HttpExchange exchange, int status, Object value) throws IOException {
    byte[] body = json.writeValueAsBytes(value);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
