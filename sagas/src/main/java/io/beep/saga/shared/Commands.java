package io.beep.saga.shared;

import io.beep.coreapi.shared.Command;

/**
 * The way of a process to the side that decides. What a process sends may arrive more than once:
 * its commands do nothing the second time.
 */
@FunctionalInterface
public interface Commands {

  /**
   * Returns when what the command caused is durable.
   *
   * @throws RefusedException when it was refused, which trying again does not change
   * @throws RuntimeException when nobody could decide it, or not in time: it may have been carried
   *     out or not
   */
  void send(Command command);
}
