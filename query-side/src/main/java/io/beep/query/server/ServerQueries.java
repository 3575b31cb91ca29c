package io.beep.query.server;

import io.beep.coreapi.server.BanPage;
import io.beep.coreapi.server.ChannelMemberPage;
import io.beep.coreapi.server.DeletedServerPage;
import io.beep.coreapi.server.FindMembers;
import io.beep.coreapi.server.GetServer;
import io.beep.coreapi.server.ListBans;
import io.beep.coreapi.server.ListChannelMembers;
import io.beep.coreapi.server.ListDeletedServers;
import io.beep.coreapi.server.ListMembers;
import io.beep.coreapi.server.ListMyServers;
import io.beep.coreapi.server.ListRoles;
import io.beep.coreapi.server.ListServerTemplates;
import io.beep.coreapi.server.MemberPage;
import io.beep.coreapi.server.RolePage;
import io.beep.coreapi.server.SearchMembers;
import io.beep.coreapi.server.ServerPage;
import io.beep.coreapi.server.ServerTemplates;
import io.beep.coreapi.server.ServerView;
import io.beep.coreapi.server.TemplatePage;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.AnswersQueries;
import io.beep.coreapi.shared.MessageKeys;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.query.server.ServerReads.Channels;
import io.beep.query.server.ServerReads.Servers;
import io.beep.query.shared.ReadBarrier;
import io.beep.query.shared.ReadModel;
import io.beep.query.shared.Refusals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers what is asked about servers, their members and their roles. */
public final class ServerQueries implements AnswersQueries {

  /**
   * How long an answer waits for the newest messages of its channels to be as new as the rest of
   * it. When the histories are far behind, as during a replay, it goes without.
   */
  private static final Duration FOR_NEWEST_MESSAGES = Duration.ofMillis(250);

  private final ServerReads reads;
  private final DeletedServerReads deleted;
  private final MemberReads members;
  private final ChannelMemberReads channelMembers;
  private final BanReads bans;
  private final RoleReads roles;
  private final ReadBarrier barrier;
  private final Clock clock;

  public ServerQueries(ReadModel readModel, ReadBarrier barrier, Clock clock) {
    this.reads = new ServerReads(readModel);
    this.deleted = new DeletedServerReads(readModel);
    this.members = new MemberReads(readModel, clock);
    this.channelMembers = new ChannelMemberReads(readModel);
    this.bans = new BanReads(readModel, clock);
    this.roles = new RoleReads(readModel);
    this.barrier = barrier;
    this.clock = clock;
  }

  @QueryHandler
  CompletableFuture<ServerView> answer(
      GetServer query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    return barrier.after(
        atLeast,
        () ->
            reads
                .one(query.serverId(), query.asking())
                .thenApply(ServerQueries::requireVisible)
                .thenCompose(servers -> page(servers, query.asking()))
                .thenApply(page -> page.items().getFirst()));
  }

  @QueryHandler
  CompletableFuture<ServerPage> answer(
      ListMyServers query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    return barrier.after(
        atLeast,
        () -> reads.mine(query.asking()).thenCompose(servers -> page(servers, query.asking())));
  }

  @QueryHandler
  CompletableFuture<DeletedServerPage> answer(
      ListDeletedServers query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    return barrier.after(atLeast, () -> deleted.ofOwner(query.asking()));
  }

  /** The same for all, and known without looking. */
  @QueryHandler
  TemplatePage answer(ListServerTemplates query) {
    return ServerTemplates.all(query.language());
  }

  @QueryHandler
  CompletableFuture<MemberPage> answer(
      ListMembers query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    return barrier.after(atLeast, () -> members.page(query));
  }

  @QueryHandler
  CompletableFuture<MemberPage> answer(
      FindMembers query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    return barrier.after(atLeast, () -> members.some(query));
  }

  @QueryHandler
  CompletableFuture<MemberPage> answer(
      SearchMembers query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    return barrier.after(atLeast, () -> members.named(query));
  }

  @QueryHandler
  CompletableFuture<ChannelMemberPage> answer(
      ListChannelMembers query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    return barrier.after(atLeast, () -> channelMembers.page(query, clock.instant()));
  }

  @QueryHandler
  CompletableFuture<BanPage> answer(
      ListBans query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    return barrier.after(atLeast, () -> bans.page(query));
  }

  @QueryHandler
  CompletableFuture<RolePage> answer(
      ListRoles query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    return barrier.after(atLeast, () -> roles.all(query));
  }

  private static Servers requireVisible(Servers servers) {
    if (servers.entries().isEmpty()) {
      throw Refusals.notFound("server");
    }
    ServerEntry server = servers.entries().getFirst();
    if (server.member() == null
        && Visibility.named(server.row().visibility()) == Visibility.PRIVATE) {
      throw Refusals.notFound("server");
    }
    return servers;
  }

  private CompletableFuture<ServerPage> page(Servers servers, UserId asking) {
    List<ServerId> joined =
        servers.entries().stream()
            .filter(server -> server.member() != null)
            .map(server -> new ServerId(server.row().id()))
            .toList();
    Instant now = clock.instant();
    return channels(joined, asking, servers.position())
        .thenApply(
            channels ->
                new ServerPage(
                    servers.entries().stream()
                        .map(
                            server ->
                                ServerViews.view(
                                    server, channels.entries(), servers.position(), now))
                        .toList(),
                    servers.position()));
  }

  /**
   * Servers and histories are written by different projections. The answer bears the position of
   * the former, at which its member counts are exact; so that no newest message before that is
   * missed, the histories must have got there too.
   */
  private CompletableFuture<Channels> channels(
      List<ServerId> servers, UserId asking, long position) {
    return reads
        .channels(servers, asking)
        .thenCompose(
            channels ->
                channels.timelinePosition() >= position
                    ? CompletableFuture.completedFuture(channels)
                    : barrier
                        .reaches(position, FOR_NEWEST_MESSAGES)
                        .thenCompose(
                            reached ->
                                reached
                                    ? reads.channels(servers, asking)
                                    : CompletableFuture.completedFuture(channels)));
  }
}
