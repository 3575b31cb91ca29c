package io.beep.identity.shared;

import io.beep.coreapi.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes down who came in, who left, and who tried to, in the log {@code io.beep.audit}: {@code
 * action}, {@code outcome} ({@code succeeded}, {@code failed}, {@code refused}), {@code userId},
 * {@code client}. Never an address of mail or a password: what was typed in vain stands as {@code
 * account}, by which tries on one account are told from tries on many, until this process ends.
 */
public final class Audit {

  private static final Logger LOG = LoggerFactory.getLogger("io.beep.audit");

  private static final String SIGN_IN = "sign-in";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int SHOWN_BYTES = 8;

  private final SecretKeySpec key;

  public Audit() {
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    key = new SecretKeySpec(random, ALGORITHM);
  }

  /**
   * @param client the address that it came from
   */
  public void signedIn(UserId user, String client) {
    event(SIGN_IN, "succeeded")
        .addKeyValue("userId", user.value())
        .addKeyValue("client", client)
        .log("somebody signed in");
  }

  /**
   * @param email as it was typed
   */
  public void signInFailed(String email, String client) {
    event(SIGN_IN, "failed")
        .addKeyValue("account", fingerprint(email))
        .addKeyValue("client", client)
        .log("somebody could not sign in");
  }

  /**
   * @param limit the one that was reached
   */
  public void signInRefused(String email, String client, String limit) {
    event(SIGN_IN, "refused")
        .addKeyValue("account", fingerprint(email))
        .addKeyValue("client", client)
        .addKeyValue("limit", limit)
        .log("somebody tried to sign in too often");
  }

  public void signedOut(UserId user, String client) {
    event("sign-out", "succeeded")
        .addKeyValue("userId", user.value())
        .addKeyValue("client", client)
        .log("somebody signed out");
  }

  /** The operator of the machine took out a token on the command line. */
  public void operatorTokenIssued(UUID tokenId, UserId user, Instant until) {
    event("operator-token", "succeeded")
        .addKeyValue("userId", user.value())
        .addKeyValue("tokenId", tokenId)
        .addKeyValue("until", until)
        .log("the operator took out a token");
  }

  /** Somebody who has such a token gave it up. */
  public void operatorTokenRevoked(UUID tokenId) {
    event("operator-token-revocation", "succeeded")
        .addKeyValue("tokenId", tokenId)
        .log("a token of the operator was revoked");
  }

  private static LoggingEventBuilder event(String action, String outcome) {
    return LOG.atInfo().addKeyValue("action", action).addKeyValue("outcome", outcome);
  }

  private String fingerprint(String email) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] all =
          mac.doFinal(email.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(all, SHOWN_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
