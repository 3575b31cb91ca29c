package io.beep.query.server;

import io.beep.coreapi.server.DiscoveredServerView;
import io.beep.coreapi.server.DiscoveryPage;
import io.beep.coreapi.server.FindPublicServers;
import io.beep.coreapi.shared.AnswersQueries;
import io.beep.coreapi.shared.MessageKeys;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.picture.PictureKind;
import io.beep.query.server.DiscoverySearch.Candidate;
import io.beep.query.server.DiscoverySearch.Candidates;
import io.beep.query.shared.Columns;
import io.beep.query.shared.ReadBarrier;
import io.beep.query.shared.ReadModel;
import io.beep.query.shared.SearchCursor;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.OpenSearchClient;

/**
 * Answers which public servers there are. The index is behind by up to a second; what it names is
 * read from PostgreSQL, where one that is gone or private is not found, and so is never shown.
 */
public final class DiscoveryQueries implements AnswersQueries {

  private static final String PUBLIC_ONES =
      """
      select s.id, s.name, s.description, s.tags, s.picture_id, s.banner_id, s.member_count, s.created_at,
        me.user_id is not null as member
      from server s left join membership me on me.server_id = s.id and me.user_id = :asking
      where s.id = any(:ids) and s.visibility = 'public'
      """;

  private final ReadModel readModel;
  private final ReadBarrier barrier;
  private final DiscoverySearch search;
  private final Clock clock;

  public DiscoveryQueries(
      ReadModel readModel, ReadBarrier barrier, OpenSearchClient client, Clock clock) {
    this.readModel = readModel;
    this.barrier = barrier;
    this.search = new DiscoverySearch(client);
    this.clock = clock;
  }

  @QueryHandler
  CompletableFuture<DiscoveryPage> answer(
      FindPublicServers query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    SearchCursor cursor = query.cursor() == null ? null : SearchCursor.decode(query.cursor());
    if (DiscoveryWords.isHopeless(query.words())) {
      return CompletableFuture.completedFuture(new DiscoveryPage(List.of(), 0, null));
    }
    int limit = Math.clamp(query.limit(), 1, DiscoveryWords.MOST_SERVERS);
    int today = (int) LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
    return barrier.after(
        atLeast,
        () ->
            search
                .find(DiscoveryWords.of(query.words()), limit, cursor, today)
                .thenCompose(found -> page(found, query.asking())));
  }

  private CompletableFuture<DiscoveryPage> page(Candidates found, UserId asking) {
    UUID[] ids = found.items().stream().map(Candidate::server).toArray(UUID[]::new);
    return readModel
        .list(
            PUBLIC_ONES,
            spec -> spec.bind("ids", ids).bind("asking", asking.value()),
            DiscoveryQueries::view)
        .thenApply(views -> page(found, views));
  }

  private static DiscoveryPage page(Candidates found, List<DiscoveredServerView> views) {
    Map<UUID, DiscoveredServerView> byId =
        views.stream().collect(Collectors.toMap(view -> view.id().value(), Function.identity()));
    return new DiscoveryPage(
        found.items().stream()
            .flatMap(
                candidate ->
                    Stream.ofNullable(byId.get(candidate.server()))
                        .map(view -> with(view, candidate.activity())))
            .toList(),
        found.total(),
        found.hasMore() ? found.items().getLast().cursor().encode() : null);
  }

  private static DiscoveredServerView with(DiscoveredServerView view, long activity) {
    return new DiscoveredServerView(
        view.id(),
        view.name(),
        view.description(),
        view.tags(),
        view.pictureUrl(),
        view.bannerUrl(),
        view.memberCount(),
        activity,
        view.member(),
        view.createdAt());
  }

  private static DiscoveredServerView view(Readable row) {
    return new DiscoveredServerView(
        new ServerId(Columns.id(row, "id")),
        Columns.text(row, "name"),
        Columns.textOrNull(row, "description"),
        Columns.texts(row, "tags"),
        PictureKind.PICTURE.address(Columns.textOrNull(row, "picture_id")),
        PictureKind.BANNER.address(Columns.textOrNull(row, "banner_id")),
        Columns.number(row, "member_count"),
        0,
        Columns.flag(row, "member"),
        Columns.time(row, "created_at"));
  }
}
