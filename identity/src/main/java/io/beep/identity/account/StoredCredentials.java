package io.beep.identity.account;

import static java.util.Objects.requireNonNull;

import io.beep.coreapi.shared.UserId;
import io.beep.identity.shared.Credentials;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Checks a password against its stored hash, or, for an unknown address, against one of nobody. */
class StoredCredentials implements Credentials {

  private final AccountTable accounts;
  private final PasswordEncoder passwordEncoder;
  private final AccountActivation activation;
  private final String hashOfNobody;

  StoredCredentials(
      AccountTable accounts, PasswordEncoder passwordEncoder, AccountActivation activation) {
    this.accounts = accounts;
    this.passwordEncoder = passwordEncoder;
    this.activation = activation;
    this.hashOfNobody = requireNonNull(passwordEncoder.encode("nobody has this password"));
  }

  @Override
  public Optional<UserId> verify(String email, String password) {
    Optional<StoredAccount> account =
        SignUpRules.isText(email) ? accounts.findByEmail(email.strip()) : Optional.empty();
    String hash = account.map(StoredAccount::passwordHash).orElse(hashOfNobody);
    boolean matches = passwordEncoder.matches(clipped(password), hash);
    return matches ? account.flatMap(known -> admit(known, password)) : Optional.empty();
  }

  private Optional<UserId> admit(StoredAccount account, String password) {
    if (passwordEncoder.upgradeEncoding(account.passwordHash())) {
      accounts.rehash(
          account.userId(),
          account.passwordHash(),
          requireNonNull(passwordEncoder.encode(password)));
    }
    if (account.active()) {
      return Optional.of(account.userId());
    }
    return switch (activation.complete(account, false)) {
      case ACTIVE -> Optional.of(account.userId());
      case TAKEN_OVER -> Optional.empty();
    };
  }

  /** No password is longer; what is, must cost no more than one, and matches none. */
  private static String clipped(String password) {
    int most = SignUpRules.LONGEST_PASSWORD * 2 + 1;
    return password.length() <= most ? password : password.substring(0, most);
  }
}
