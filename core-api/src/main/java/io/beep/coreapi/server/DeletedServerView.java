package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A server that was deleted, as its owner sees it.
 *
 * @param finalAt until then it can be restored
 * @param progress null while it can be restored
 */
public record DeletedServerView(
    ServerId id,
    String name,
    Instant deletedAt,
    Instant finalAt,
    @Nullable DeletionProgress progress) {

  /**
   * How far it is.
   *
   * @param step what is removed now
   * @param done how many things of the step are gone
   * @param total how many there were
   */
  public record DeletionProgress(String step, long done, long total) {}
}
