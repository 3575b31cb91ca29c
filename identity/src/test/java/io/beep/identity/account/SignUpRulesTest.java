package io.beep.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.FieldError;
import io.beep.identity.api.NewAccount;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignUpRulesTest {

  private static final SignUpRules RULES = new SignUpRules(CommonPasswords.load());

  private static List<String> faults(
      String username, String email, String password, String firstName) {
    try {
      RULES.check(new NewAccount(username, email, password, firstName, "Lovelace"));
      return List.of();
    } catch (DomainException e) {
      return e.error().errors().stream().map(FieldError::code).toList();
    }
  }

  private static List<String> faultsOfUsername(String username) {
    return faults(username, "ada@example.org", "seven quiet otters", "Ada");
  }

  private static List<String> faultsOfEmail(String email) {
    return faults("ada", email, "seven quiet otters", "Ada");
  }

  private static List<String> faultsOfPassword(String password) {
    return faults("ada", "ada.lovelace@example.org", password, "Ada");
  }

  private static List<String> faultsOfFirstName(String firstName) {
    return faults("ada", "ada@example.org", "seven quiet otters", firstName);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ad", "Ada", "a.d_a-9", "12345678901234567890123456789012"})
  void shouldTakeUsernames(String username) {
    assertThat(faultsOfUsername(username)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "123456789012345678901234567890123",
        "a b",
        "ada\n",
        "adä",
        "a@b",
        "ada\0",
        "аda",
        "everyone",
        "Here"
      })
  void shouldRefuseUsernames(String username) {
    assertThat(faultsOfUsername(username)).containsExactly("registration.username-invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@b", "ada+beep@mail.example.org", "o'neil@example.ie"})
  void shouldTakeAddresses(String email) {
    assertThat(faultsOfEmail(email)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "@example.org",
        "ada@",
        "ada@exa mple.org",
        "ada@@example.org",
        " ada@example.org",
        "ada@example..org",
        "ada@-example.org",
        "ada\0@example.org"
      })
  void shouldRefuseAddresses(String email) {
    assertThat(faultsOfEmail(email)).containsExactly("registration.email-invalid");
  }

  @Test
  void shouldRefuseAMegabyteOfAnything() {
    String megabyte = "a".repeat(1 << 20);

    assertThat(faults(megabyte, megabyte + "@example.org", megabyte, megabyte))
        .containsExactly(
            "registration.username-invalid",
            "registration.email-invalid",
            "registration.password-too-long",
            "registration.first-name-invalid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seven quiet otters",
        "correct horse battery",
        "Xq7-plum-river",
        "naïve café 東京",
        "😀😃😄😁😆😅😂🤣😊😇"
      })
  void shouldTakePasswords(String password) {
    assertThat(faultsOfPassword(password)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qwertyuiop",
        "1234567890",
        "QwertyUIOP",
        "password123",
        "Liverpool2026!",
        "p4ssw0rd123",
        "!!sunshine!!",
        "passwordpassword",
        "aaaaaaaaaa",
        "abababababab",
        "abcdefghijkl",
        "09876543210987",
        "ada.lovelace@example.org"
      })
  void shouldRefuseCommonPasswords(String password) {
    assertThat(faultsOfPassword(password)).containsExactly("registration.password-common");
  }

  @Test
  void shouldRefusePasswordsOfTheWrongLengthOrWithControlCharacters() {
    assertThat(faultsOfPassword("9 letters")).containsExactly("registration.password-too-short");
    assertThat(faultsOfPassword("otter ".repeat(22)))
        .containsExactly("registration.password-too-long");
    assertThat(faultsOfPassword("seven\0otters")).containsExactly("registration.password-invalid");
    assertThat(faultsOfPassword("seven\ud800otters"))
        .containsExactly("registration.password-invalid");
  }

  @Test
  void shouldCountCharactersOfNamesAsPeopleDo() {
    assertThat(faultsOfFirstName("😀".repeat(64))).isEmpty();
    assertThat(faultsOfFirstName("😀".repeat(65)))
        .containsExactly("registration.first-name-invalid");
    assertThat(faultsOfFirstName(" ")).containsExactly("registration.first-name-invalid");
    assertThat(faultsOfFirstName("A\0")).containsExactly("registration.first-name-invalid");
  }
}
