package io.beep.app.gatewaynode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.beep.coreapi.shared.DomainError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.ErrorKind;
import io.beep.coreapi.shared.FieldError;
import io.beep.coreapi.shared.UserId;
import io.beep.identity.api.NewAccount;
import io.beep.identity.api.Registrations;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What signing up promises to a gateway, whether identity is in its process or at another node. */
interface RegistrationsContract {

  int AT_ONCE = 2;

  Registrations registrations();

  /** Somebody of whom nobody has heard. */
  private static NewAccount someone() {
    String name = "u" + UUID.randomUUID().toString().substring(0, 8);
    return account(name, name + "@example.org");
  }

  private static NewAccount account(String username, String email) {
    return new NewAccount(username, email, "seven quiet otters", "Ada", "Lovelace");
  }

  private DomainError refusalOf(NewAccount account) {
    return catchThrowableOfType(DomainException.class, () -> registrations().register(account))
        .error();
  }

  @Test
  default void shouldGiveTheSameIdForTheSameAccount() {
    NewAccount ada = someone();

    UserId first = registrations().register(ada);

    assertThat(registrations().register(ada)).isEqualTo(first);
    assertThat(registrations().register(someone())).isNotEqualTo(first);
  }

  @Test
  default void shouldGiveOneIdToManyTriesAtOnce() {
    NewAccount ada = someone();

    List<UserId> ids =
        IntStream.range(0, AT_ONCE)
            .parallel()
            .mapToObj(_ -> registrations().register(ada))
            .distinct()
            .toList();

    assertThat(ids).hasSize(1);
  }

  @Test
  default void shouldRefuseAUsernameThatIsTaken() {
    NewAccount ada = someone();
    var _ = registrations().register(ada);
    String taken = String.valueOf(ada.username());

    DomainError refusal =
        refusalOf(account(taken.toUpperCase(Locale.ROOT), "other-" + ada.email()));

    assertThat(refusal.code()).isEqualTo("registration.username-taken");
    assertThat(refusal.kind()).isEqualTo(ErrorKind.CONFLICT);
    assertThat(refusal.errors()).extracting(FieldError::field).containsExactly("username");
    assertThat(refusal.detail()).startsWith("That name is taken. Try ");
  }

  @Test
  default void shouldRefuseAnAddressThatIsTaken() {
    NewAccount ada = someone();
    var _ = registrations().register(ada);

    DomainError refusal = refusalOf(account("x" + ada.username(), String.valueOf(ada.email())));

    assertThat(refusal.code()).isEqualTo("registration.email-taken");
    assertThat(refusal.kind()).isEqualTo(ErrorKind.CONFLICT);
    assertThat(refusal.errors()).extracting(FieldError::field).containsExactly("email");
  }

  @Test
  default void shouldNameEveryFieldThatIsWrong() {
    DomainError refusal = refusalOf(new NewAccount("a b", "nowhere", "short", null, "Lovelace"));

    assertThat(refusal.code()).isEqualTo("registration.invalid");
    assertThat(refusal.kind()).isEqualTo(ErrorKind.INVALID);
    assertThat(refusal.errors())
        .extracting(FieldError::field)
        .contains("username", "email", "password", "firstName");
    assertThat(refusal.errors()).allSatisfy(error -> assertThat(error.detail()).isNotBlank());
  }
}
