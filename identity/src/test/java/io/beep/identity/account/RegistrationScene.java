package io.beep.identity.account;

import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.UuidV7Generator;
import io.beep.identity.api.NewAccount;
import io.beep.identity.shared.AdjustableClock;
import io.beep.identity.shared.CommandSideFake;
import io.beep.identity.shared.IdentityDatabase;
import io.beep.testsupport.TestDatabase;
import io.beep.testsupport.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Registration over a real database and a real bus. */
final class RegistrationScene implements AutoCloseable {

  static final String PASSWORD = "seven quiet otters";
  private static final Duration LONGEST_WAIT = Duration.ofMillis(200);

  final AdjustableClock clock = new AdjustableClock();
  final CommandSideFake commandSide = new CommandSideFake();
  final CountingEncoder encoder = new CountingEncoder();
  final TestDatabase testDatabase = TestPostgres.database("identity");
  final IdentityDatabase database =
      IdentityDatabase.open(
          testDatabase.jdbcUrl(),
          testDatabase.user(),
          testDatabase.password(),
          dataSource -> dataSource,
          new SimpleMeterRegistry());
  final AccountTable accounts = new AccountTable(database);
  final AccountActivation activation =
      new AccountActivation(accounts, new UserMaker(commandSide.bus(), LONGEST_WAIT), clock);
  final UuidV7Generator ids = new UuidV7Generator(Clock.systemUTC(), new SecureRandom());
  final RegisterAccounts registrations =
      new RegisterAccounts(
          new SignUpRules(CommonPasswords.load()), encoder, accounts, activation, ids, clock);
  final RegistrationRecovery recovery = new RegistrationRecovery(accounts, activation, clock);
  final StoredCredentials credentials = new StoredCredentials(accounts, encoder, activation);

  static NewAccount ada() {
    return account("ada", "ada@example.org");
  }

  static NewAccount account(String username, String email) {
    return new NewAccount(username, email, PASSWORD, "Ada", "Lovelace");
  }

  /** What a process leaves that dies right after it has reserved the name. */
  UserId diesAfterReserving(String username, String email) {
    UserId userId = new UserId(ids.next());
    UUID attempt = ids.next();
    SignUp signUp = new SignUp(username, email, PASSWORD, "Ada", "Lovelace");
    accounts.reserve(
        StoredAccount.pending(userId, signUp, encoder.encode(PASSWORD), attempt, clock.instant()));
    return userId;
  }

  /** What a process leaves that dies after the user was made. */
  UserId diesAfterMaking(String username, String email) {
    UserId userId = diesAfterReserving(username, email);
    new UserMaker(commandSide.bus(), LONGEST_WAIT).make(accounts.stored(userId).orElseThrow());
    return userId;
  }

  boolean isReserved(String username) {
    return !accounts
        .findRivals(new SignUp(username, "none@example.org", PASSWORD, "N", "N"))
        .isEmpty();
  }

  @Override
  public void close() {
    commandSide.close();
    database.close();
  }
}
