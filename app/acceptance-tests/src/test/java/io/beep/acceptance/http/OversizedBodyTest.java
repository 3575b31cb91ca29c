package io.beep.acceptance.http;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.RawConnection;
import io.beep.acceptance.shared.SignUp;
import io.beep.acceptance.shared.Witness;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@OnBeep
class OversizedBodyTest {

  private static final int MEGABYTE = 1024 * 1024;
  private static final int ELEVEN_MEGABYTES = 11 * MEGABYTE;

  private final Beep beep;
  private final Witness witness;
  private final Person ada;
  private final Community community;

  OversizedBodyTest(Beep beep) {
    this.beep = beep;
    this.witness = beep.witness();
    this.ada = beep.ada();
    this.community = ada.foundPrivate("Oversized");
  }

  @Nested
  class WhenANameIsAMegabyte {

    @Test
    void shouldRefuseAServerOfThatName() {
      String name = "n".repeat(MEGABYTE);

      assertThat(
              witness.ofNothing(
                  () -> ada.post("/api/servers", Map.of("name", name, "visibility", "public"))))
          .isProblem(413, "request.too-large");
    }

    @Test
    void shouldRefuseAPersonOfThatName() {
      Map<String, Object> signUp = SignUp.fresh().json();
      signUp.put("firstName", "n".repeat(MEGABYTE));

      assertThat(witness.ofNothing(() -> beep.post("/api/registrations", signUp)))
          .isProblem(413, "request.too-large");
    }

    @Test
    void shouldRefuseAFieldOfThatName() {
      String json = "{\"" + "n".repeat(MEGABYTE) + "\":1}";

      assertThat(witness.ofNothing(() -> ada.post("/api/servers", json)))
          .isProblem(413, "request.too-large");
    }
  }

  @Nested
  class WhenABodyIsElevenMegabytes {

    private final String path = "/api/channels/" + community.text() + "/messages";

    @Test
    void shouldRefuseItBeforeItIsSent() {
      Answer answer =
          witness.ofNothing(
              () ->
                  RawConnection.once(
                      beep,
                      "POST " + path,
                      "Authorization: Bearer " + ada.token(),
                      "Content-Type: application/json",
                      "Content-Length: " + ELEVEN_MEGABYTES));

      assertThat(answer).isProblem(413, "request.too-large");
    }

    @Test
    void shouldRefuseItWhenItsLengthIsNotTold() {
      Answer answer =
          witness.ofNothing(
              () ->
                  ada.call("POST", path)
                      .chunked("application/json", endless(ELEVEN_MEGABYTES))
                      .send());

      assertThat(answer).isProblem(413, "request.too-large");
    }

    @Test
    void shouldRefuseASignInOfThatSize() {
      Answer answer =
          RawConnection.once(
              beep,
              "POST /login",
              "Content-Type: application/x-www-form-urlencoded",
              "Content-Length: " + ELEVEN_MEGABYTES);

      assertThat(answer).isProblem(413, "request.too-large");
    }

    @Test
    void shouldGoOnAnsweringOthers() {
      assertThat(ada.get("/api/me")).hasStatus(200);
    }
  }

  @Nested
  class WhenTheHeadIsTooLarge {

    @Test
    void shouldRefuseALongAddress() {
      Answer answer = RawConnection.once(beep, "GET /api/search/messages?q=" + "q".repeat(100_000));

      assertThat(answer.status()).isIn(400, 413, 414, 431);
    }

    @Test
    void shouldRefuseALongHeader() {
      Answer answer = RawConnection.once(beep, "GET /api/me", "X-Long: " + "x".repeat(100_000));

      assertThat(answer.status()).isIn(400, 413, 431);
    }
  }

  /** A text that goes on and on. */
  private static InputStream endless(int length) {
    byte[] begin = "{\"content\":\"".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    return new InputStream() {
      private int at;

      @Override
      public int read() {
        if (at == length) {
          return -1;
        }
        int next = at < begin.length ? begin[at] : 'm';
        at++;
        return next;
      }
    };
  }
}
