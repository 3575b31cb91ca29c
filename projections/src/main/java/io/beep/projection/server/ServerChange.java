package io.beep.projection.server;

import io.beep.readmodel.server.ServerDocument;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What an event changes in the index of public servers. */
sealed interface ServerChange {

  UUID serverId();

  /** The place of the event in the stream. */
  long position();

  record Founded(UUID serverId, long position, ServerDocument document) implements ServerChange {}

  record Changed(UUID serverId, long position, UnaryOperator<ServerDocument> change)
      implements ServerChange {}

  record Gone(UUID serverId, long position) implements ServerChange {}

  /**
   * A message was written.
   *
   * @param day since 1970
   */
  record Spoken(UUID serverId, long position, int day) implements ServerChange {}
}
