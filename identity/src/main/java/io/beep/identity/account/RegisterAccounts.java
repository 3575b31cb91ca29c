package io.beep.identity.account;

import static java.util.Objects.requireNonNull;

import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.IdGenerator;
import io.beep.coreapi.shared.UserId;
import io.beep.identity.api.NewAccount;
import io.beep.identity.api.RegistrationError;
import io.beep.identity.api.Registrations;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Signs people up in three steps, each of which can be repeated: hold the username and the address
 * with a pending row, have the user made, activate the row. Uniqueness is the database's, so it
 * holds between nodes.
 */
class RegisterAccounts implements Registrations {

  private static final Logger LOG = LoggerFactory.getLogger(RegisterAccounts.class);

  /** A rival row can go between two statements; nobody loses this race three times in a row. */
  private static final int MOST_TRIES = 3;

  private static final int MOST_SUGGESTIONS = 9;
  private static final int LONGEST_USERNAME = 32;

  private final SignUpRules rules;
  private final PasswordEncoder passwordEncoder;
  private final AccountTable accounts;
  private final AccountActivation activation;
  private final IdGenerator ids;
  private final Clock clock;

  RegisterAccounts(
      SignUpRules rules,
      PasswordEncoder passwordEncoder,
      AccountTable accounts,
      AccountActivation activation,
      IdGenerator ids,
      Clock clock) {
    this.rules = rules;
    this.passwordEncoder = passwordEncoder;
    this.accounts = accounts;
    this.activation = activation;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public UserId register(NewAccount account) {
    SignUp signUp = rules.check(account);
    try {
      String hash = requireNonNull(passwordEncoder.encode(signUp.password()));
      for (int i = 0; i < MOST_TRIES; i++) {
        Optional<UserId> registered = attempt(signUp, hash);
        if (registered.isPresent()) {
          return registered.get();
        }
      }
    } catch (DataAccessException e) {
      LOG.error("Cannot register: the database failed", e);
      throw new DomainException(new CommonError.Unavailable("identity"));
    }
    throw new DomainException(new CommonError.Unavailable("identity"));
  }

  /** Empty when what stood in the way has gone meanwhile, so that another attempt may do better. */
  private Optional<UserId> attempt(SignUp signUp, String hash) {
    UUID attempt = ids.next();
    StoredAccount mine =
        StoredAccount.pending(new UserId(ids.next()), signUp, hash, attempt, clock.instant());
    if (accounts.reserve(mine)) {
      return finish(mine, true, signUp);
    }
    List<StoredAccount> rivals = accounts.findRivals(signUp);
    for (StoredAccount rival : rivals) {
      if (rival.isOf(signUp)) {
        return again(rival, attempt, signUp, hash);
      }
    }
    if (rivals.stream().anyMatch(rival -> rival.hasUsernameOf(signUp))) {
      throw usernameTaken(signUp);
    }
    if (!rivals.isEmpty()) {
      throw new DomainException(new RegistrationError.EmailTaken());
    }
    return Optional.empty();
  }

  /**
   * The same username and address as before. A pending row keeps the names that it was reserved
   * with, because the user may have been made with them already; the password is the newest one.
   * Whoever has the password that the row holds joins it, so that a repetition which overlaps with
   * the first try does not take the row from it.
   */
  private Optional<UserId> again(StoredAccount earlier, UUID attempt, SignUp signUp, String hash) {
    if (earlier.active()) {
      return Optional.of(ownOrTaken(earlier, signUp));
    }
    if (passwordEncoder.matches(signUp.password(), earlier.passwordHash())) {
      return finish(earlier, false, signUp);
    }
    StoredAccount mine = earlier.takenOverBy(attempt, hash);
    return accounts.takeOver(mine) ? finish(mine, false, signUp) : Optional.empty();
  }

  private Optional<UserId> finish(StoredAccount mine, boolean fresh, SignUp signUp) {
    return switch (activation.complete(mine, fresh)) {
      case ACTIVE -> Optional.of(mine.userId());
      case TAKEN_OVER ->
          accounts
              .stored(mine.userId())
              .filter(StoredAccount::active)
              .map(winner -> ownOrTaken(winner, signUp));
    };
  }

  private UserId ownOrTaken(StoredAccount active, SignUp signUp) {
    if (passwordEncoder.matches(signUp.password(), active.passwordHash())) {
      return active.userId();
    }
    throw usernameTaken(signUp);
  }

  private DomainException usernameTaken(SignUp signUp) {
    return new DomainException(new RegistrationError.UsernameTaken(suggestion(signUp)));
  }

  private @Nullable String suggestion(SignUp signUp) {
    List<String> candidates =
        IntStream.rangeClosed(2, MOST_SUGGESTIONS)
            .mapToObj(number -> signUp.username() + "-" + number)
            .filter(candidate -> candidate.length() <= LONGEST_USERNAME)
            .toList();
    if (candidates.isEmpty()) {
      return null;
    }
    List<String> taken = accounts.takenAmong(candidates.stream().map(SignUp::key).toList());
    return candidates.stream()
        .filter(candidate -> !taken.contains(SignUp.key(candidate)))
        .findFirst()
        .orElse(null);
  }
}
