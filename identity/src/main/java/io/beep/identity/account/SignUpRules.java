package io.beep.identity.account;

import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.FieldError;
import io.beep.coreapi.shared.VisibleText;
import io.beep.identity.api.NewAccount;
import io.beep.identity.api.RegistrationError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a username, an address, a password and a name must be. */
final class SignUpRules {

  private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._-]{2,32}");

  /** Whoever is mentioned by these names is not one person. */
  private static final Set<String> ADDRESSES_ALL = Set.of("everyone", "here");

  /** As browsers check {@code input type=email}, so that both agree on what an address is. */
  private static final Pattern EMAIL =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@"
              + "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
              + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

  private static final int LONGEST_EMAIL = 254;
  static final int SHORTEST_PASSWORD = 10;
  static final int LONGEST_PASSWORD = 128;
  private static final int LONGEST_NAME = 64;

  private final CommonPasswords commonPasswords;

  SignUpRules(CommonPasswords commonPasswords) {
    this.commonPasswords = commonPasswords;
  }

  /**
   * @throws DomainException with {@link RegistrationError.Invalid}, which names every field at
   *     fault
   */
  SignUp check(NewAccount account) {
    Faults faults = new Faults();
    String username = username(account.username(), faults);
    String email = email(account.email(), faults);
    String password = password(account, faults);
    String firstName =
        name(
            "firstName",
            account.firstName(),
            "registration.first-name-invalid",
            "A first name",
            faults);
    String lastName =
        name(
            "lastName",
            account.lastName(),
            "registration.last-name-invalid",
            "A last name",
            faults);
    faults.throwIfAny();
    return new SignUp(username, email, password, firstName, lastName);
  }

  private static String username(@Nullable String username, Faults faults) {
    if (username == null || !USERNAME.matcher(username).matches()) {
      faults.add(
          "username",
          "registration.username-invalid",
          "A username has 2 to 32 letters without accents, digits, dots, hyphens or underscores.");
      return "";
    }
    if (ADDRESSES_ALL.contains(username.toLowerCase(Locale.ROOT))) {
      faults.add("username", "registration.username-invalid", "This username means everybody.");
      return "";
    }
    return username;
  }

  private static String email(@Nullable String email, Faults faults) {
    if (email == null || email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches()) {
      faults.add("email", "registration.email-invalid", "This does not look like an address.");
      return "";
    }
    return email;
  }

  private String password(NewAccount account, Faults faults) {
    String password = account.password();
    int length = password == null ? 0 : password.codePointCount(0, password.length());
    if (password == null || length < SHORTEST_PASSWORD) {
      faults.add(
          "password",
          "registration.password-too-short",
          "A password has at least " + SHORTEST_PASSWORD + " characters.");
    } else if (length > LONGEST_PASSWORD) {
      faults.add(
          "password",
          "registration.password-too-long",
          "A password has at most " + LONGEST_PASSWORD + " characters.");
    } else if (!isText(password)) {
      faults.add(
          "password",
          "registration.password-invalid",
          "A password cannot hold control characters.");
    } else if (commonPasswords.contains(password) || isOwnName(password, account)) {
      faults.add(
          "password",
          "registration.password-common",
          "This password is easy to guess. A few unrelated words make a good one.");
    }
    return password == null ? "" : password;
  }

  private static boolean isOwnName(String password, NewAccount account) {
    String folded = password.toLowerCase(Locale.ROOT);
    return folded.equals(folded(account.username())) || folded.equals(folded(account.email()));
  }

  private static @Nullable String folded(@Nullable String text) {
    return text == null ? null : SignUp.key(text);
  }

  private static String name(
      String field, @Nullable String name, String code, String subject, Faults faults) {
    if (name == null
        || name.codePointCount(0, name.length()) > LONGEST_NAME
        || !VisibleText.isName(name)) {
      faults.add(field, code, subject + " has 1 to " + LONGEST_NAME + " characters.");
      return "";
    }
    return name;
  }

  /** Neither control characters, NUL among them, nor halves of surrogate pairs. */
  static boolean isText(String text) {
    return text.codePoints()
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }

  private static final class Faults {
    private final List<FieldError> errors = new ArrayList<>();

    void add(String field, String code, String detail) {
      errors.add(new FieldError(field, code, detail));
    }

    void throwIfAny() {
      if (!errors.isEmpty()) {
        throw new DomainException(new RegistrationError.Invalid(errors));
      }
    }
  }
}
