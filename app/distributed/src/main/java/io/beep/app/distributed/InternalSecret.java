package io.beep.app.distributed;

/** What gateways and identity nodes know each other by. */
public final class InternalSecret {

  private static final String NAME = "BEEP_INTERNAL_SECRET";
  private static final int LEAST_LENGTH = 32;

  private InternalSecret() {}

  public static String of(Settings settings) {
    String secret = settings.secret(NAME);
    if (secret.length() < LEAST_LENGTH) {
      throw new SettingsException(NAME + " must have at least 32 characters.");
    }
    return secret;
  }
}
