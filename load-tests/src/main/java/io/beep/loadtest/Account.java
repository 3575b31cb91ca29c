package io.beep.loadtest;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One who is signed in. */
final class Account {

  /** A token that ends sooner than this is renewed: no request may meet an expired one. */
  private static final Duration MARGIN = Duration.ofSeconds(90);

  private final @Nullable Cookies session;
  private volatile AccessToken token;

  /**
   * @param session renews the token; null when it cannot be renewed
   */
  Account(@Nullable Cookies session, AccessToken token) {
    this.session = session;
    this.token = token;
  }

  String token() {
    return token.value();
  }

  boolean isDue(Instant now) {
    return session != null && token.until().isBefore(now.plus(MARGIN));
  }

  void renew(SignIn signIn) {
    if (session != null) {
      token = signIn.authorize(session);
    }
  }
}
