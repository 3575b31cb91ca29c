package io.beep.acceptance.user;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Browser;
import io.beep.acceptance.shared.Ids;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.SignUp;
import io.beep.acceptance.shared.Together;
import io.beep.acceptance.shared.Witness;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

@OnBeep
class RegistrationTest {

  private static final String REGISTRATIONS = "/api/registrations";

  private final Beep beep;
  private final Witness witness;
  private final SignUp known = SignUp.fresh();
  private final Person ada;

  RegistrationTest(Beep beep) {
    this.beep = beep;
    this.witness = beep.witness();
    this.ada = beep.newcomer(known);
  }

  @Nested
  class WhenSomeoneSignsUp {

    @Test
    void shouldAnswerTheIdOfTheNewUser() {
      Answer answer = witness.ofEvents(1, () -> beep.post(REGISTRATIONS, SignUp.fresh().json()));

      assertThat(answer).hasStatus(201);
      assertThat(answer.json().path("userId").asString("")).matches(Ids.UUID_V7);
    }

    @Test
    void shouldKnowThemOnceTheyAreSignedIn() {
      JsonNode me = ada.get("/api/me").requireSuccess().json();

      assertThat(me.path("id").asString("")).isEqualTo(ada.id());
      assertThat(me.path("username").asString("")).isEqualTo(known.username());
      assertThat(me.path("displayName").asString("")).isEqualTo("Ada Lovelace");
    }

    @Test
    void shouldNotTellTheirAddressToAnyone() {
      Person other = beep.newcomer();
      var community = ada.foundPublic("Whom we know");
      other.join(community);

      assertThat(other.get(community.path() + "/members").text()).contains(known.username());
      assertThat(other.get(community.path() + "/members").text()).doesNotContain(known.email());
      assertThat(ada.get("/api/me").text()).doesNotContain(known.password());
    }

    @Test
    void shouldAnswerTheSameToTheSameOnceMore() {
      Answer again = witness.ofNothing(() -> beep.post(REGISTRATIONS, known.json()));

      assertThat(again).hasStatus(201);
      assertThat(again.json().path("userId").asString("")).isEqualTo(ada.id());
    }

    @Test
    void shouldTakeNamesAsTheyAreTyped() {
      SignUp signUp =
          new SignUp(
              "Zoë-Ünïcode",
              "O’Neil 李 🚀",
              SignUp.fresh().username(),
              SignUp.fresh().email(),
              "päßwörter sind lang 🚀");

      Person person = beep.newcomer(signUp);

      assertThat(person.get("/api/me").json().path("displayName").asString(""))
          .isEqualTo("Zoë-Ünïcode O’Neil 李 🚀");
    }

    @Test
    void shouldTakeTheLongestThatIsAllowed() {
      String unique = SignUp.fresh().username().replace(".", "");
      SignUp signUp =
          new SignUp(
              "F".repeat(64),
              "L".repeat(64),
              (unique + "x".repeat(32)).substring(0, 32),
              unique + "@" + "a".repeat(60) + ".example.org",
              "p".repeat(64) + "q".repeat(64));

      assertThat(beep.newcomer(signUp).get("/api/me")).hasStatus(200);
    }
  }

  @Nested
  class WhenTheUsernameIsTaken {

    @Test
    void shouldRefuseItInTheSameCase() {
      assertTaken(SignUp.fresh().withUsername(known.username()));
    }

    @Test
    void shouldRefuseItInAnotherCase() {
      assertTaken(SignUp.fresh().withUsername(known.username().toUpperCase(Locale.ROOT)));
    }

    @Test
    void shouldRefuseItWithItsAddressAndAnotherPassword() {
      assertTaken(known.withPassword("quite another password"));
    }

    private void assertTaken(SignUp rival) {
      Answer answer = witness.ofNothing(() -> beep.post(REGISTRATIONS, rival.json()));

      assertThat(answer).isProblem(409, "registration.username-taken");
    }

    /** None of these is a username, so that none of them can be taken for one. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("lookAlikes")
    void shouldRefuseWhatLooksLikeIt(String lookAlike) {
      Answer answer =
          witness.ofNothing(
              () -> beep.post(REGISTRATIONS, SignUp.fresh().withUsername(lookAlike).json()));

      assertThat(answer).isProblem(400, "registration.invalid").blames("username");
    }

    static Stream<String> lookAlikes() {
      return Stream.of(
          "аda", // CYRILLIC SMALL LETTER A
          "ａｄａ", // full width
          "ada\u200b", // a space without width
          "a\u00add\u00ada", // soft hyphens
          "\u212aim", // KELVIN SIGN, which is k in lower case
          "ıda", // without its dot
          "ádа",
          "a\u0301da");
    }
  }

  @Nested
  class WhenTheAddressIsTaken {

    @Test
    void shouldRefuseItInTheSameCase() {
      assertTaken(known.email());
    }

    @Test
    void shouldRefuseItInAnotherCase() {
      assertTaken(known.email().toUpperCase(Locale.ROOT));
    }

    private void assertTaken(String email) {
      SignUp rival = SignUp.fresh().withEmail(email);

      Answer answer = witness.ofNothing(() -> beep.post(REGISTRATIONS, rival.json()));

      assertThat(answer).isProblem(409, "registration.email-taken");
      assertThat(beep.newcomer(rival.withEmail(SignUp.fresh().email())).get("/api/me"))
          .hasStatus(200);
    }
  }

  @Nested
  class WhenManyWantOneName {

    private static final int RIVALS = 50;

    /** As often as Beep says that it has too much to do; a crowd on a small machine is too much. */
    private Answer register(SignUp signUp) {
      return await()
          .atMost(Duration.ofSeconds(50))
          .until(() -> beep.post(REGISTRATIONS, signUp.json()), answer -> !answer.saysLater());
    }

    @Test
    void shouldGiveItToExactlyOne() {
      String wanted = SignUp.fresh().username();
      List<SignUp> rivals =
          Stream.generate(() -> SignUp.fresh().withUsername(wanted)).limit(RIVALS).toList();

      List<Answer> answers =
          witness.ofEvents(1, () -> Together.all(RIVALS, i -> register(rivals.get(i))));

      assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
      for (int i = 0; i < RIVALS; i++) {
        if (answers.get(i).status() == 201) {
          new Browser(beep).signIn(rivals.get(i));
        } else {
          assertThat(answers.get(i)).isProblem(409, "registration.username-taken");
        }
      }
    }

    @Test
    void shouldMakeOneUserOfTheSameSentManyTimes() {
      SignUp signUp = SignUp.fresh();

      List<Answer> answers = witness.ofEvents(1, () -> Together.all(8, _ -> register(signUp)));

      assertThat(answers).allSatisfy(answer -> assertThat(answer).hasStatus(201));
      assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
    }
  }
}
