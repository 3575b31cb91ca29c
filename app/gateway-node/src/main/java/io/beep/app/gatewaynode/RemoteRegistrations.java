package io.beep.app.gatewaynode;

import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.ErrorPayload;
import io.beep.coreapi.shared.UserId;
import io.beep.identity.api.NewAccount;
import io.beep.identity.api.Registrations;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Signing up at the identity node. */
final class RemoteRegistrations implements Registrations, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RemoteRegistrations.class);

  private static final Duration CONNECT = Duration.ofSeconds(2);

  /** Identity says that it takes fifteen seconds at most; the gateway waits for twenty. */
  private static final Duration ANSWER = Duration.ofSeconds(17);

  private static final int OK = 200;
  private static final int REFUSED = 409;

  private final ObjectMapper json =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final URI address;
  private final String secret;

  /**
   * @param identity the internal address of identity
   */
  RemoteRegistrations(URI identity, String secret) {
    this.address = URI.create(identity + "/registrations");
    this.secret = secret;
  }

  @Override
  public UserId register(NewAccount account) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(ANSWER)
            .header("Authorization", "Bearer " + secret)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(account)))
            .build();
    try {
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return switch (answer.statusCode()) {
        case OK -> json.readValue(answer.body(), UserId.class);
        case REFUSED ->
            throw new DomainException(json.readValue(answer.body(), ErrorPayload.class));
        default -> {
          LOG.error("identity answered a registration with {}", answer.statusCode());
          throw unavailable();
        }
      };
    } catch (IOException e) {
      LOG.warn("identity cannot be reached: {}", e.toString());
      throw unavailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable();
    }
  }

  private static DomainException unavailable() {
    return new DomainException(new CommonError.Unavailable("identity"));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
