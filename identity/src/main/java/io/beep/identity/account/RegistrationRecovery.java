package io.beep.identity.account;

import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.identity.shared.UpkeepTask;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Completes registrations that were interrupted, or releases them when the command side refuses, so
 * that no username is held for ever. On several nodes at once it only does some work twice.
 */
class RegistrationRecovery implements UpkeepTask {

  /** Longer than a registration that is still under way can take. */
  static final Duration GRACE = Duration.ofSeconds(30);

  private static final Duration INTERVAL = Duration.ofMinutes(1);
  private static final int MOST_IN_A_RUN = 100;

  /** Each may take ten seconds; so many in a row mean that the command side is down. */
  private static final int MOST_FAILURES = 3;

  private static final Logger LOG = LoggerFactory.getLogger(RegistrationRecovery.class);

  private final AccountTable accounts;
  private final AccountActivation activation;
  private final Clock clock;

  RegistrationRecovery(AccountTable accounts, AccountActivation activation, Clock clock) {
    this.accounts = accounts;
    this.activation = activation;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "complete interrupted registrations";
  }

  @Override
  public Duration interval() {
    return INTERVAL;
  }

  @Override
  public void run() {
    List<StoredAccount> pending =
        accounts.pendingSince(clock.instant().minus(GRACE), MOST_IN_A_RUN);
    int failures = 0;
    for (StoredAccount account : pending) {
      try {
        AccountActivation.Outcome outcome = activation.complete(account, false);
        LOG.info("Interrupted registration of {}: {}", account.userId(), outcome);
      } catch (DomainException e) {
        if (e.error() instanceof CommonError.Unavailable) {
          failures++;
          if (failures == MOST_FAILURES) {
            return;
          }
          continue;
        }
        LOG.warn(
            "Released the interrupted registration of {}: {}", account.userId(), e.error().code());
      }
    }
  }
}
