package io.beep.command.shared;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;

/**
 * Counts the servers that people are in and found, across all servers, within the commit of the
 * running command: what it counts is committed with what it was counted for, or not at all.
 */
public interface Seats {

  /** Where nothing is limited; then nothing is counted either. */
  Seats UNLIMITED =
      new Seats() {
        @Override
        public void take(UserId user, ServerId server) {
          // Everyone may.
        }

        @Override
        public void found(UserId user, ServerId server) {
          // Everyone may.
        }

        @Override
        public void free(UserId user, ServerId server) {
          // Nothing was taken.
        }
      };

  /**
   * Somebody enters a server.
   *
   * @throws io.beep.coreapi.shared.DomainException when they are in too many
   */
  void take(UserId user, ServerId server);

  /**
   * Somebody founds a server, and is in it.
   *
   * @throws io.beep.coreapi.shared.DomainException when they are in too many, or have founded too
   *     many of late
   */
  void found(UserId user, ServerId server);

  /** Somebody is in the server no more. */
  void free(UserId user, ServerId server);
}
