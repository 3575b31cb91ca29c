package io.beep.query.server;

import io.beep.coreapi.server.FeedScopeView;
import io.beep.coreapi.server.FeedScopeView.Channel;
import io.beep.coreapi.server.FeedScopeView.Membership;
import io.beep.coreapi.server.GetFeedScope;
import io.beep.coreapi.shared.AnswersQueries;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageKeys;
import io.beep.coreapi.shared.ServerId;
import io.beep.query.server.ServerReads.Channels;
import io.beep.query.server.ServerReads.Servers;
import io.beep.query.shared.ReadBarrier;
import io.beep.query.shared.ReadModel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/**
 * Answers what of the stream a user may see. The position is read with the servers, before the
 * channels: what is newer than it comes once more as events, which say how things are and not by
 * how much they changed.
 */
public final class FeedScopeQueries implements AnswersQueries {

  private final ServerReads reads;
  private final DeletedServerReads deleted;
  private final ReadBarrier barrier;

  public FeedScopeQueries(ReadModel readModel, ReadBarrier barrier) {
    this.reads = new ServerReads(readModel);
    this.deleted = new DeletedServerReads(readModel);
    this.barrier = barrier;
  }

  @QueryHandler
  CompletableFuture<FeedScopeView> answer(
      GetFeedScope query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    return barrier.after(
        atLeast,
        () ->
            reads
                .mineWithAllRoles(query.asking())
                .thenCompose(
                    servers ->
                        reads
                            .channelsWithOwnOverwrites(ids(servers), query.asking())
                            .thenCombine(
                                deleted.ofMember(query.asking()),
                                (channels, gone) -> view(servers, channels, gone))));
  }

  private static List<ServerId> ids(Servers servers) {
    return servers.entries().stream().map(server -> new ServerId(server.row().id())).toList();
  }

  private static FeedScopeView view(Servers servers, Channels channels, List<ServerId> deleted) {
    Map<ServerId, List<Channel>> byServer =
        channels.entries().stream()
            .map(FeedScopeQueries::channel)
            .collect(Collectors.groupingBy(channel -> channel.own().serverId()));
    return new FeedScopeView(
        servers.entries().stream()
            .map(
                server ->
                    new Membership(
                        server.access(),
                        Objects.requireNonNull(server.member()),
                        byServer.getOrDefault(server.access().serverId(), List.of())))
            .toList(),
        deleted,
        servers.position());
  }

  private static Channel channel(ChannelEntry entry) {
    UUID folder = entry.row().parentId();
    return new Channel(
        entry.access(), entry.row().synced() && folder != null ? new ChannelId(folder) : null);
  }
}
