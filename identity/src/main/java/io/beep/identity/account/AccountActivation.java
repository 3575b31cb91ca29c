package io.beep.identity.account;

import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import java.time.Clock;

/** Takes a pending account the rest of the way; may be called again for one at any point of it. */
class AccountActivation {

  private final AccountTable accounts;
  private final UserMaker userMaker;
  private final Clock clock;

  AccountActivation(AccountTable accounts, UserMaker userMaker, Clock clock) {
    this.accounts = accounts;
    this.userMaker = userMaker;
    this.clock = clock;
  }

  /** What became of an account. */
  enum Outcome {
    ACTIVE,
    /** Another attempt took the row over, and may have finished it with its own password. */
    TAKEN_OVER
  }

  /**
   * Makes the user and activates the account.
   *
   * @param fresh nobody has asked the command side for this user before, so that the row can go
   *     when the command reached nobody; otherwise an earlier command may have arrived, and the row
   *     has to stay until that is known
   * @throws DomainException with what the command side said when it refused, after the row was
   *     released; with {@code CommonError.Unavailable} when it could not be asked
   */
  Outcome complete(StoredAccount account, boolean fresh) {
    return switch (userMaker.make(account)) {
      case UserMaking.Made() ->
          accounts.activate(account.userId(), account.attempt(), clock.instant())
              ? Outcome.ACTIVE
              : Outcome.TAKEN_OVER;
      case UserMaking.Refused(var error) -> {
        accounts.release(account.userId(), account.attempt());
        throw new DomainException(error);
      }
      case UserMaking.NotDelivered() -> {
        if (fresh) {
          accounts.release(account.userId(), account.attempt());
        }
        throw new DomainException(new CommonError.Unavailable("user"));
      }
      case UserMaking.Unclear() -> throw new DomainException(new CommonError.Unavailable("user"));
    };
  }
}
