package io.beep.identity.session;

import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.UserId;
import io.beep.identity.shared.Credentials;
import io.beep.identity.shared.Problem;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;

/** Signs a browser in with an address and a password. */
class SignIn {

  static final String FAILED = "sign-in.failed";
  static final String INCOMPLETE = "sign-in.incomplete";
  static final String LIMITED = "sign-in.limited";

  private static final int LONGEST_EMAIL = 254;
  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

  private final Credentials credentials;
  private final SignInLimits limits;
  private final Sessions sessions;
  private final Clock clock;
  private final SignInRecord record;

  SignIn(
      Credentials credentials,
      SignInLimits limits,
      Sessions sessions,
      Clock clock,
      SignInRecord record) {
    this.credentials = credentials;
    this.limits = limits;
    this.sessions = sessions;
    this.clock = clock;
    this.record = record;
  }

  /** How a sign-in ended. */
  sealed interface Result {

    /** The value of the cookie that the browser gets. */
    record SignedIn(String token) implements Result {}

    record Refused(Problem problem) implements Result {}
  }

  /**
   * @param address of the client, as the gateway saw it
   */
  Result signIn(String email, String password, String address) {
    if (email.isBlank() || password.isEmpty()) {
      return refused(HttpStatus.BAD_REQUEST, INCOMPLETE, "Give your address and your password.");
    }
    if (email.length() > LONGEST_EMAIL) {
      return failed();
    }
    return switch (limits.begin(email, address)) {
      case SignInLimits.Answer.TooMany refusal -> tooMany(email, address, refusal);
      case SignInLimits.Answer.Allowed allowed -> verify(email, password, address, allowed);
    };
  }

  private Result verify(
      String email, String password, String address, SignInLimits.Answer.Allowed allowed) {
    try {
      Optional<UserId> user = credentials.verify(email, password);
      if (user.isEmpty()) {
        record.failed(email, address);
        return failed();
      }
      allowed.giveBack();
      String token = sessions.open(user.get());
      record.succeeded(user.get(), address);
      return new Result.SignedIn(token);
    } catch (DomainException e) {
      allowed.giveBack();
      record.unavailable();
      return new Result.Refused(Problem.of(e.error()));
    } catch (DataAccessException e) {
      LOG.error("Cannot sign in: the database failed", e);
      allowed.giveBack();
      record.unavailable();
      return new Result.Refused(Problem.unavailable());
    }
  }

  private Result tooMany(String email, String address, SignInLimits.Answer.TooMany refusal) {
    record.refused(email, address, refusal.limit());
    return new Result.Refused(
        Problem.limited(
            LIMITED,
            "Too many tries. Wait a little before the next one.",
            refusal.retryAfter(),
            Map.of(
                "X-RateLimit-Limit",
                Integer.toString(refusal.limit().most()),
                "X-RateLimit-Remaining",
                "0",
                "X-RateLimit-Reset",
                seconds(clock.millis() + refusal.resetAfter().toMillis()),
                "X-RateLimit-Reset-After",
                seconds(refusal.resetAfter().toMillis()),
                "X-RateLimit-Bucket",
                refusal.limit().bucket())));
  }

  /** In digits that programs read, whatever the locale of the machine writes. */
  static String seconds(long millis) {
    return String.format(Locale.ROOT, "%d.%03d", millis / 1000, millis % 1000);
  }

  private static Result failed() {
    return refused(HttpStatus.UNAUTHORIZED, FAILED, "Address and password do not match.");
  }

  private static Result refused(HttpStatus status, String code, String detail) {
    return new Result.Refused(Problem.of(status, code, detail));
  }
}
