package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;

/**
 * Removes one kind of what a deleted channel held, a slice at a time, so that nobody else has to
 * wait. What it does is safe to do again.
 *
 * <p>Every call is limited in time, and throws when what holds the things does not answer.
 */
@FunctionalInterface
public interface ErasesChannels {

  /**
   * Removes some of the things, a bounded number.
   *
   * @return how many were removed; 0 when there is nothing left
   */
  int erase(ChannelId channel);
}
