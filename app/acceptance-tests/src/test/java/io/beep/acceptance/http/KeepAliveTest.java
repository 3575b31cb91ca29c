package io.beep.acceptance.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.RawConnection;
import io.beep.acceptance.shared.Together;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * A browser keeps up to six connections and uses each again and again. An answer that does not come
 * on one of them leaves a page standing still.
 */
@OnBeep
class KeepAliveTest {

  private static final int CONNECTIONS = 6;
  private static final int REQUESTS_EACH = 500;
  private static final Duration LIMIT = Duration.ofSeconds(2);

  /** So that a run can be repeated; each connection adds its number. */
  private static final long SEED = 20_261_121;

  private final Beep beep;
  private final Map<String, Integer> expected;
  private final Person ada;

  KeepAliveTest(Beep beep) {
    this.beep = beep;
    this.ada = beep.ada();
    String messages = "/api/channels/" + ada.foundPrivate("Kept alive").text() + "/messages";
    this.expected =
        Map.of(
            "/",
            200,
            "/app/any/route",
            200,
            "/assets/nothing.js",
            404,
            "/api/me",
            200,
            "/api/servers",
            200,
            "/api/nothing",
            404,
            "/api/openapi.json",
            200,
            "/login",
            200,
            "/.well-known/openid-configuration",
            200,
            messages,
            200);
  }

  @Nested
  class WhenConnectionsAreUsedAgainAndAgain {

    @Test
    void shouldAnswerEachRequestInTime() {
      List<Integer> answered = Together.all(CONNECTIONS, this::hammer);

      assertThat(answered).containsOnly(REQUESTS_EACH);
    }

    private int hammer(int number) {
      Random random = new Random(SEED + number);
      List<String> paths = expected.keySet().stream().sorted().toList();
      int answered = 0;
      String path = "";
      try (RawConnection connection = RawConnection.open(beep, LIMIT)) {
        while (answered < REQUESTS_EACH) {
          path = paths.get(random.nextInt(paths.size()));
          Answer answer =
              connection.exchange(
                  "GET " + path,
                  "Authorization: Bearer " + ada.token(),
                  "Accept: " + (path.startsWith("/api") ? "application/json" : "text/html"));
          assertThat(answer.status()).as("%s", answer).isEqualTo(expected.get(path));
          answered++;
        }
      } catch (IOException e) {
        throw new AssertionError(
            "connection %d, request %d: %s got no answer in %s"
                .formatted(number, answered, path, LIMIT),
            e);
      }
      return answered;
    }
  }
}
