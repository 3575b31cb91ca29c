package io.beep.gateway.feed;

import java.time.Instant;
import java.util.Set;

/**
 * The access token that a stream was opened with, by which it ends.
 *
 * @param ids by which the token can be revoked
 */
record StreamToken(Instant expiresAt, Set<String> ids) {

  StreamToken {
    ids = Set.copyOf(ids);
  }
}
