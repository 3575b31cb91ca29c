package io.beep.acceptance.http;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Browser;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.OnLimitedBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.SignUp;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * What a robot does and a person does not. On the Beep that {@code DurabilityTest} leaves behind.
 */
@Order(2)
@OnLimitedBeep
class LimitsTest {

  /** No limit lies above it. */
  private static final int MANY = 500;

  private final Beep beep;
  private final Person ada;
  private final Person grace;

  LimitsTest(Beep beep) {
    this.beep = beep;
    this.ada = beep.newcomer();
    this.grace = beep.newcomer();
  }

  /** Asks until it is refused; answers all that it got, the refusal last. */
  private static List<Answer> untilLimited(Supplier<Answer> request) {
    List<Answer> answers = new ArrayList<>();
    while (answers.size() < MANY) {
      Answer answer = request.get();
      answers.add(answer);
      if (answer.status() == 429) {
        return answers;
      }
    }
    throw new AssertionError("nothing was refused; the last answer is " + answers.getLast());
  }

  @Nested
  class WhenSomeoneSendsTooMuch {

    @Test
    void shouldRefuseForAWhileAndThenTakeItAgain() {
      Community community = ada.foundPublic("Flood");
      grace.join(community);
      String messages = "/api/channels/" + community.text() + "/messages";

      List<Answer> answers = untilLimited(() -> ada.post(messages, Map.of("content", "flood")));

      Answer refused = answers.getLast();
      assertThat(refused).isLimited();
      assertThat(answers.subList(0, answers.size() - 1))
          .hasSizeGreaterThanOrEqualTo(10)
          .allSatisfy(answer -> assertThat(answer).hasStatus(201));
      assertThat(grace.post(messages, Map.of("content", "not me"))).hasStatus(201);
      Instant asked = Instant.now();
      await()
          .atMost(Duration.ofSeconds(2 + Long.parseLong(refused.header("Retry-After"))))
          .until(() -> ada.post(messages, Map.of("content", "patient")).status() == 201);
      assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(30));
      int acknowledged = answers.size() - 1 + 2;
      assertThat(grace.history(community.text(), "?limit=100").contents()).hasSize(acknowledged);
    }
  }

  @Nested
  class WhenSomeoneFoundsTooMany {

    @Test
    void shouldRefuseTheEleventhServerOfADayAndNobodyElse() {
      Person eager = beep.newcomer();
      Map<String, String> wish = Map.of("name", "Another one", "visibility", "public");
      for (int i = 0; i < 10; i++) {
        assertThat(eager.post("/api/servers", wish)).hasStatus(201);
      }

      assertThat(eager.post("/api/servers", wish)).isProblem(409, "server.founded-limit-reached");
      assertThat(grace.post("/api/servers", wish)).hasStatus(201);
    }
  }

  @Nested
  class WhenSomeoneGuessesPasswords {

    @Test
    void shouldRefuseEvenTheRightOneForAWhile() {
      SignUp victim = grace.signUp();

      Answer refused =
          untilLimited(() -> attempt(beep, victim.email(), "not the password")).getLast();

      assertThat(refused).isLimited();
      assertThat(attempt(beep, victim.email(), victim.password())).hasStatus(429);
      assertThat(attempt(beep, victim.email().toUpperCase(java.util.Locale.ROOT), "x"))
          .hasStatus(429);
    }

    @Test
    void shouldNotKeepOthersOut() {
      String unlucky = SignUp.fresh().email();
      untilLimited(() -> attempt(beep, unlucky, "guess"));

      assertThat(new Browser(beep).signIn(ada.signUp()).accessToken()).isNotEmpty();
    }

    /** Asks for a problem and not for a page, as a program does. */
    private static Answer attempt(Beep beep, String email, String password) {
      Browser browser = new Browser(beep);
      Answer csrf =
          browser.call("GET", beep.at("/identity/csrf").toString()).send().requireSuccess();
      String form =
          "email=%s&password=%s"
              .formatted(
                  java.net.URLEncoder.encode(email, java.nio.charset.StandardCharsets.UTF_8),
                  java.net.URLEncoder.encode(password, java.nio.charset.StandardCharsets.UTF_8));
      return browser
          .call("POST", beep.at("/login").toString())
          .header("Accept", "application/json")
          .header(
              csrf.json().path("headerName").asString(""), csrf.json().path("token").asString(""))
          .body(
              "application/x-www-form-urlencoded",
              form.getBytes(java.nio.charset.StandardCharsets.UTF_8))
          .send();
    }
  }

  @Nested
  class WhenTooManySignUp {

    @Test
    void shouldRefuseThemFromThatAddressForAWhile() {
      List<Answer> answers = untilLimited(() -> beep.post("/api/registrations", "{}"));

      assertThat(answers.getLast()).isLimited();
      assertThat(answers.subList(0, answers.size() - 1))
          .allSatisfy(answer -> assertThat(answer).hasStatus(400));
      assertThat(beep.post("/api/registrations", SignUp.fresh().json())).hasStatus(429);
      assertThat(ada.get("/api/me")).hasStatus(200);
    }

    @Test
    @DisabledIfSystemProperty(
        named = "beep.url",
        matches = ".+",
        disabledReason = "only this machine has more than one address of its own")
    void shouldNotRefuseThemFromAnother() throws UnknownHostException {
      untilLimited(() -> beep.post("/api/registrations", "{}"));

      Beep elsewhere = beep.from(InetAddress.getByName("127.0.0.2"));

      assertThat(elsewhere.post("/api/registrations", SignUp.fresh().json())).hasStatus(201);
    }
  }
}
