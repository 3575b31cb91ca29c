package io.beep.projection.message;

import io.beep.coreapi.channel.ChannelDeleted;
import io.beep.coreapi.channel.ChannelDeletionFinished;
import io.beep.coreapi.message.MessageDeleted;
import io.beep.coreapi.message.MessageEdited;
import io.beep.coreapi.message.MessageEvent;
import io.beep.coreapi.message.MessageSent;
import io.beep.coreapi.server.ServerDeleted;
import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.coreapi.shared.UserId;
import io.beep.projection.shared.Batches;
import io.beep.readmodel.message.MessageDocument;
import io.beep.readmodel.shared.ProcessingGroups;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.opensearch.client.opensearch._types.VersionType;
import org.opensearch.client.opensearch.core.bulk.BulkOperation;

/**
 * Writes the search index, at least once: before the token is committed, each document by the id of
 * its message and with the place of the event as its version, so that what arrives twice or late
 * changes nothing. An edit writes the whole document, for the same reason.
 *
 * <p>A message is found within about a second, when the index has refreshed. What stands in the
 * index decides only what may be found; who reads it takes bodies and rights from PostgreSQL.
 */
@ProcessingGroup(ProcessingGroups.SEARCH)
final class MessageSearchProjection implements ProcessesEvents {

  private final Batches<SearchChange> batches;
  private final SearchIndex index;

  MessageSearchProjection(Batches<SearchChange> batches, SearchIndex index) {
    this.batches = batches;
    this.index = index;
  }

  @EventHandler
  void on(MessageSent event, TrackingToken token) {
    batches.add(document(event, event.authorId(), event.content(), token));
  }

  @EventHandler
  void on(MessageEdited event, TrackingToken token) {
    batches.add(document(event, event.authorId(), event.content(), token));
  }

  @EventHandler
  void on(MessageDeleted event, TrackingToken token) {
    batches.add(
        new SearchChange.OneDocument(
            BulkOperation.of(
                operation ->
                    operation.delete(
                        delete ->
                            delete
                                .id(event.messageId().value().toString())
                                .version(position(token))
                                .versionType(VersionType.ExternalGte)))));
  }

  /** What can come back stays: who searches names the channels that there are. */
  @EventHandler
  void on(ChannelDeleted event) {
    if (event.finalAt() == null) {
      batches.add(allOf(event.channelId()));
    }
  }

  /** As of the rows: live there is nothing left to delete. */
  @EventHandler
  void on(ChannelDeletionFinished event) {
    batches.add(allOf(event.channelId()));
  }

  private static SearchChange allOf(ChannelId channel) {
    return new SearchChange.Deletion(MessageDocument.CHANNEL_ID, channel.value().toString());
  }

  @EventHandler
  void on(ServerDeleted event) {
    batches.add(
        new SearchChange.Deletion(MessageDocument.SERVER_ID, event.serverId().value().toString()));
  }

  /** As of the rows: live there is nothing left to delete. */
  @EventHandler
  void on(ServerDeletionFinished event) {
    batches.add(
        new SearchChange.Deletion(MessageDocument.SERVER_ID, event.serverId().value().toString()));
  }

  @ResetHandler
  void reset() {
    index.recreate();
  }

  private static SearchChange document(
      MessageEvent event, UserId author, String content, TrackingToken token) {
    Map<String, String> document =
        Map.of(
            MessageDocument.MESSAGE_ID, event.messageId().value().toString(),
            MessageDocument.CHANNEL_ID, event.channelId().value().toString(),
            MessageDocument.SERVER_ID, event.serverId().value().toString(),
            MessageDocument.AUTHOR_ID, author.value().toString(),
            MessageDocument.CONTENT, content);
    return new SearchChange.OneDocument(
        BulkOperation.of(
            operation ->
                operation.index(
                    index ->
                        index
                            .id(event.messageId().value().toString())
                            .version(position(token))
                            .versionType(VersionType.ExternalGte)
                            .document(document))));
  }

  private static long position(TrackingToken token) {
    return token.position().orElseThrow();
  }
}
