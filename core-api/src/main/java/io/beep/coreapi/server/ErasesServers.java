package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;

/**
 * Removes one kind of what a server held, a slice at a time, so that nobody else has to wait. What
 * it does is safe to do again: a process that ended between a slice and the note that it is done
 * asks for the slice once more.
 *
 * <p>Every call is limited in time, and throws when what holds the things does not answer.
 */
public interface ErasesServers {

  DeletionStep step();

  /** How many things it removes by one call at most, without anybody noticing. */
  int atOnce();

  /** How many things there are. */
  long count(ServerId server);

  /**
   * Removes some of the things, {@link #atOnce} at most.
   *
   * @return how many were removed; 0 when there is nothing left
   */
  int erase(ServerId server);
}
