package io.beep.identity.session;

import io.beep.coreapi.shared.UserId;
import io.beep.identity.shared.Audit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Counts sign-ins and writes them down. */
class SignInRecord {

  private final Audit audit;
  private final Counter succeeded;
  private final Counter failed;
  private final Counter unavailable;
  private final Map<SignInLimit, Counter> refused = new EnumMap<>(SignInLimit.class);

  SignInRecord(Audit audit, MeterRegistry meters) {
    this.audit = audit;
    this.succeeded = signIns("succeeded", meters);
    this.failed = signIns("failed", meters);
    this.unavailable = signIns("unavailable", meters);
    for (SignInLimit limit : SignInLimit.values()) {
      refused.put(
          limit,
          Counter.builder("beep.rate.limit.refusals")
              .description("Requests that were refused because a limit was reached")
              .tag("limit", limit.bucket())
              .register(meters));
    }
  }

  private static Counter signIns(String outcome, MeterRegistry meters) {
    return Counter.builder("beep.sign.ins")
        .description("Tries to sign in with a password")
        .tag("outcome", outcome)
        .register(meters);
  }

  void succeeded(UserId user, String client) {
    succeeded.increment();
    audit.signedIn(user, client);
  }

  void failed(String email, String client) {
    failed.increment();
    audit.signInFailed(email, client);
  }

  void refused(String email, String client, SignInLimit limit) {
    Objects.requireNonNull(refused.get(limit)).increment();
    audit.signInRefused(email, client, limit.bucket());
  }

  /** Nobody's fault but ours. */
  void unavailable() {
    unavailable.increment();
  }
}
