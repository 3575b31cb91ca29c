package io.beep.projection.shared;

/** Why something failed, fit for logs and operators. */
public final class Reasons {

  private static final int LENGTH = 500;

  private Reasons() {}

  /** The kind and the first line of its message: further ones may quote what people wrote. */
  public static String of(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    String line = message.lines().findFirst().orElse("");
    return failure.getClass().getSimpleName()
        + ": "
        + line.substring(0, Math.min(line.length(), LENGTH));
  }
}
