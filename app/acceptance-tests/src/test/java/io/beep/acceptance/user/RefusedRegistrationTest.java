package io.beep.acceptance.user;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.BadBody;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.SignUp;
import io.beep.acceptance.shared.Witness;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@OnBeep
class RefusedRegistrationTest {

  private static final String REGISTRATIONS = "/api/registrations";

  private final Beep beep;
  private final Witness witness;

  RefusedRegistrationTest(Beep beep) {
    this.beep = beep;
    this.witness = beep.witness();
  }

  private Answer refused(Object body) {
    return witness.ofNothing(() -> beep.post(REGISTRATIONS, body));
  }

  @Nested
  class WhenAFieldIsAgainstTheRules {

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void shouldNameIt(BadBody bad) {
      assertThat(refused(bad.json())).isProblem(400, "registration.invalid").blames(bad.field());
    }

    static Stream<BadBody> bodies() {
      Map<String, Object> right = SignUp.fresh().json();
      return Stream.of(
          BadBody.with("username of one character", right, "username", "a"),
          BadBody.with("username of 33 characters", right, "username", "a".repeat(33)),
          BadBody.with("empty username", right, "username", ""),
          BadBody.with("blank username", right, "username", "   "),
          BadBody.with("username with a space", right, "username", "ada lovelace"),
          BadBody.with("username with a space at its end", right, "username", "ada "),
          BadBody.with("username with a newline at its end", right, "username", "ada\n"),
          BadBody.with("username with a slash", right, "username", "ada/../root"),
          BadBody.with("username with an at sign", right, "username", "ada@home"),
          BadBody.with("username with an accent", right, "username", "adélaïde"),
          BadBody.with("username of emoji", right, "username", "🚀🚀🚀"),
          BadBody.with("username with markup", right, "username", "<b>ada</b>"),
          BadBody.with("null for the username", right, "username", null),
          BadBody.without(right, "username"),
          BadBody.with("empty address", right, "email", ""),
          BadBody.with("address without at sign", right, "email", "ada.example.org"),
          BadBody.with("address with two at signs", right, "email", "ada@home@example.org"),
          BadBody.with("address without a name", right, "email", "@example.org"),
          BadBody.with("address without a host", right, "email", "ada@"),
          BadBody.with("address with a space", right, "email", "ada lovelace@example.org"),
          BadBody.with(
              "address with a header", right, "email", "ada@example.org\r\nBcc: eve@example.org"),
          BadBody.with("address with an odd host", right, "email", "ada@-example-.org"),
          BadBody.with(
              "address of 255 characters", right, "email", "ada@" + "a.".repeat(124) + "org"),
          BadBody.with("null for the address", right, "email", null),
          BadBody.without(right, "email"),
          BadBody.with("password of nine characters", right, "password", "123xyz-.,"),
          BadBody.with("password of 129 characters", right, "password", "pq".repeat(64) + "r"),
          BadBody.with("empty password", right, "password", ""),
          BadBody.with("password that everybody has", right, "password", "password123"),
          BadBody.with("password that is the username", right, "password", right.get("username")),
          BadBody.with("password that is the address", right, "password", right.get("email")),
          BadBody.with("null for the password", right, "password", null),
          BadBody.without(right, "password"),
          BadBody.with("empty first name", right, "firstName", ""),
          BadBody.with("blank first name", right, "firstName", " \t "),
          BadBody.with("first name of 65 characters", right, "firstName", "F".repeat(65)),
          BadBody.with("first name with a control character", right, "firstName", "A\u0007da"),
          BadBody.without(right, "firstName"),
          BadBody.with("empty last name", right, "lastName", ""),
          BadBody.with("last name of 65 characters", right, "lastName", "L".repeat(65)),
          BadBody.with("null for the last name", right, "lastName", null),
          BadBody.without(right, "lastName"));
    }

    @Test
    void shouldNameAllThatAreWrongAtOnce() {
      Answer answer = refused("{}");

      assertThat(answer)
          .isProblem(400, "registration.invalid")
          .blames("username")
          .blames("email")
          .blames("password")
          .blames("firstName")
          .blames("lastName");
    }

    @Test
    void shouldLeaveTheNameToTheNext() {
      SignUp signUp = SignUp.fresh();
      refused(signUp.withPassword("short").json());

      assertThat(beep.post(REGISTRATIONS, signUp.json())).hasStatus(201);
    }
  }

  @Nested
  class WhenAFieldIsNoText {

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void shouldNameIt(BadBody bad) {
      assertThat(refused(bad.json())).isProblem(400, "request.invalid").blames(bad.field());
    }

    static Stream<BadBody> bodies() {
      Map<String, Object> right = SignUp.fresh().json();
      return right.keySet().stream()
          .flatMap(
              field ->
                  Stream.of(
                      BadBody.with("number for " + field, right, field, 4711),
                      BadBody.with("fraction for " + field, right, field, 4.5),
                      BadBody.with("truth for " + field, right, field, true),
                      BadBody.with("array for " + field, right, field, new String[] {"a"}),
                      BadBody.with("object for " + field, right, field, Map.of("a", "b"))));
    }
  }

  @Nested
  class WhenAFieldIsUnknown {

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void shouldNameIt(BadBody bad) {
      assertThat(refused(bad.json())).isProblem(400, "request.invalid").blames(bad.field());
    }

    static Stream<BadBody> bodies() {
      Map<String, Object> right = SignUp.fresh().json();
      return Stream.of(
              "admin", "id", "userId", "roles", "Username", "username ", "__proto__", "$where")
          .map(field -> BadBody.with("unknown field " + field, right, field, "x"));
    }
  }
}
