package io.beep.identity.account;

import static io.beep.identity.shared.IdentityDatabase.at;

import io.beep.coreapi.shared.UserId;
import io.beep.identity.shared.Account;
import io.beep.identity.shared.Accounts;
import io.beep.identity.shared.IdentityDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The statements on the table {@code account}; each is one transaction. */
class AccountTable implements Accounts {

  private static final String COLUMNS =
      "user_id, username, email, first_name, last_name, password_hash, state, attempt, reserved_at";

  private final IdentityDatabase database;

  AccountTable(IdentityDatabase database) {
    this.database = database;
  }

  @Override
  public Optional<Account> find(UserId userId) {
    return stored(userId).filter(StoredAccount::active).map(StoredAccount::toAccount);
  }

  @Override
  public Optional<Account> findByUsername(String username) {
    return database
        .client()
        .sql("select " + COLUMNS + " from account where username_key = ?")
        .param(SignUp.key(username))
        .query(AccountTable::row)
        .optional()
        .filter(StoredAccount::active)
        .map(StoredAccount::toAccount);
  }

  Optional<StoredAccount> stored(UserId userId) {
    return database
        .client()
        .sql("select " + COLUMNS + " from account where user_id = ?")
        .param(userId.value())
        .query(AccountTable::row)
        .optional();
  }

  Optional<StoredAccount> findByEmail(String email) {
    return database
        .client()
        .sql("select " + COLUMNS + " from account where email_key = ?")
        .param(SignUp.key(email))
        .query(AccountTable::row)
        .optional();
  }

  /** Who bears the username, the address, or both: at most two rows. */
  List<StoredAccount> findRivals(SignUp signUp) {
    return database
        .client()
        .sql("select " + COLUMNS + " from account where username_key = ? or email_key = ?")
        .params(signUp.usernameKey(), signUp.emailKey())
        .query(AccountTable::row)
        .list();
  }

  List<String> takenAmong(List<String> usernameKeys) {
    return database
        .client()
        .sql("select username_key from account where username_key in (:keys)")
        .param("keys", usernameKeys)
        .query((row, number) -> row.getString("username_key"))
        .list();
  }

  /** Whether the pending row could be written: false when the username or the address is taken. */
  boolean reserve(StoredAccount account) {
    return database
            .client()
            .sql(
                """
                insert into account (user_id, username, username_key, email, email_key, first_name,
                                     last_name, password_hash, state, attempt, reserved_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?, ?)
                on conflict do nothing
                """)
            .params(
                account.userId().value(),
                account.username(),
                SignUp.key(account.username()),
                account.email(),
                SignUp.key(account.email()),
                account.firstName(),
                account.lastName(),
                account.passwordHash(),
                account.attempt(),
                at(account.reservedAt()))
            .update()
        == 1;
  }

  /** Gives a pending row to another attempt; false when it is pending no more. */
  boolean takeOver(StoredAccount account) {
    return database
            .client()
            .sql(
                """
                update account set password_hash = ?, attempt = ?
                where user_id = ? and state = 'pending'
                """)
            .params(account.passwordHash(), account.attempt(), account.userId().value())
            .update()
        == 1;
  }

  /** Whether the row is active now and holds the password of this attempt. */
  boolean activate(UserId userId, UUID attempt, Instant now) {
    return database
            .client()
            .sql(
                """
                update account set state = 'active', activated_at = coalesce(activated_at, ?)
                where user_id = ? and attempt = ?
                """)
            .params(at(now), userId.value(), attempt)
            .update()
        == 1;
  }

  /** Lets go of the username and the address, unless another attempt has the row now. */
  boolean release(UserId userId, UUID attempt) {
    return database
            .client()
            .sql("delete from account where user_id = ? and attempt = ? and state = 'pending'")
            .params(userId.value(), attempt)
            .update()
        == 1;
  }

  void rehash(UserId userId, String oldHash, String newHash) {
    database
        .client()
        .sql("update account set password_hash = ? where user_id = ? and password_hash = ?")
        .params(newHash, userId.value(), oldHash)
        .update();
  }

  /** In no order, so that a few which always fail cannot keep the others waiting for ever. */
  List<StoredAccount> pendingSince(Instant latest, int most) {
    return database
        .client()
        .sql(
            "select "
                + COLUMNS
                + " from account where state = 'pending' and reserved_at <= ?"
                + " order by random() limit ?")
        .params(at(latest), most)
        .query(AccountTable::row)
        .list();
  }

  private static StoredAccount row(ResultSet row, int number) throws SQLException {
    return new StoredAccount(
        new UserId(row.getObject("user_id", UUID.class)),
        row.getString("username"),
        row.getString("email"),
        row.getString("first_name"),
        row.getString("last_name"),
        row.getString("password_hash"),
        row.getString("state").equals("active"),
        row.getObject("attempt", UUID.class),
        row.getObject("reserved_at", OffsetDateTime.class).toInstant());
  }
}
