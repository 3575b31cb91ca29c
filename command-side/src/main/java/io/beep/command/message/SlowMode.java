package io.beep.command.message;

import io.beep.command.shared.ChannelPlace;
import io.beep.coreapi.shared.UserId;

/** Has people wait between two messages. */
@FunctionalInterface
public interface SlowMode {

  /**
   * Takes their turn to write, within the commit of the running command.
   *
   * @param seconds that they wait, from 1
   * @throws io.beep.coreapi.shared.DomainException when it is too early
   */
  void take(ChannelPlace place, int seconds, UserId sender);
}
