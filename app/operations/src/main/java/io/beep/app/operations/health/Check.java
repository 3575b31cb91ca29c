package io.beep.app.operations.health;

import org.jspecify.annotations.Nullable;

/** Looks whether a part works. May block; what takes longer than its limit counts as no answer. */
@FunctionalInterface
public interface Check {

  /**
   * @return null when it works, else what is wrong, in words that strangers may read
   * @throws Exception when it does not answer; the message goes to the log and to nobody else
   */
  @Nullable String fault() throws Exception;
}
