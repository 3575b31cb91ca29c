package io.beep.gateway.feed;

import io.beep.coreapi.server.FeedScopeView;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.feed.FeedCounters.Resumed;
import io.beep.gateway.shared.bus.Bridge;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.limit.LimitHeaders;
import io.beep.gateway.shared.limit.Limits;
import io.beep.gateway.shared.problem.Problem;
import io.beep.gateway.shared.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Opens a stream. What speaks against it is answered as a problem, before the stream begins. */
final class OpenFeedEndpoint implements Endpoint {

  static final String LAST_EVENT_ID = "Last-Event-ID";

  private static final String AFTER = "after";

  private static final Operation OPERATION =
      Operation.reading("/api/feed", "Follow all that you may see", String.class)
          .producing(MediaType.TEXT_EVENT_STREAM)
          .within(Limits.FEED_OPEN)
          .with(
              AFTER,
              "integer",
              "Like Last-Event-ID, which wins. What was said more than two minutes ago comes again"
                  + " only where you may READ_HISTORY.")
          .with(
              "device",
              "string",
              "An id of this device's own making, by which it tells whether it is being used.");

  private static final Duration PAST_LIMIT = Duration.ofSeconds(15);

  /** Nobody knows when a stream ends; what a tab that reloads leaves behind is gone by then. */
  private static final Duration ONE_MAY_HAVE_ENDED = Duration.ofSeconds(5);

  /** Where a stream begins, once that is known. */
  private sealed interface Start {
    record Live(FeedScopeView scope, String opening) implements Start {}

    record Resume(FeedScopeView scope, long from, List<FeedEvent> past) implements Start {}
  }

  private final Feed feed;
  private final Scopes scopes;
  private final Bridge bridge;
  private final Clock clock;
  private final Map<UserId, Integer> openByUser = new ConcurrentHashMap<>();
  private final AtomicInteger open = new AtomicInteger();

  OpenFeedEndpoint(Feed feed, Scopes scopes, Bridge bridge, Clock clock) {
    this.feed = feed;
    this.scopes = scopes;
    this.bridge = bridge;
    this.clock = clock;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    UserId user = request.user();
    Long from = resumesFrom(request);
    UUID device = DeviceIds.inQuery(request);
    return start(user, from, request)
        .doOnNext(this::count)
        .map(start -> Answer.written(exchange -> stream(exchange, request, device, start)));
  }

  private void count(Start start) {
    feed.counters()
        .resumed(
            switch (start) {
              case Start.Live live when live.opening().equals(Admission.RESET) -> Resumed.RESET;
              case Start.Live _ -> Resumed.NEW;
              case Start.Resume resume when resume.past().isEmpty() -> Resumed.RING;
              case Start.Resume _ -> Resumed.STORE;
            });
  }

  private static @Nullable Long resumesFrom(ApiRequest request) {
    String header = lastEventId(request);
    String text = header == null ? request.query(AFTER) : header;
    if (text == null) {
      return null;
    }
    // Positions begin at 0; -1 is what a client knows of an empty stream.
    if (!text.matches("-1|[0-9]{1,18}")) {
      throw noPosition("This is no position of the feed.", request).exception();
    }
    return Long.parseLong(text);
  }

  private static @Nullable String lastEventId(ApiRequest request) {
    return request.exchange().getRequest().getHeaders().getFirst(LAST_EVENT_ID);
  }

  private static Problem noPosition(String detail, ApiRequest request) {
    return Problems.malformed(
        "feed.position-invalid",
        detail,
        List.of(lastEventId(request) == null ? AFTER : LAST_EVENT_ID));
  }

  private Mono<Start> start(UserId user, @Nullable Long from, ApiRequest request) {
    FeedHub hub = feed.hub();
    long atLeast = request.atLeast();
    if (from == null) {
      return scopes
          .load(user, Math.max(hub.position(), atLeast))
          .map(scope -> new Start.Live(scope, Admission.READY));
    }
    return existing(from, hub, request)
        .flatMap(position -> past(position, hub))
        .flatMap(
            past ->
                scopes
                    .load(user, Math.max(hub.position(), Math.max(from, atLeast)))
                    .map(
                        scope ->
                            past.isPresent()
                                ? new Start.Resume(scope, from, past.get())
                                : new Start.Live(scope, Admission.RESET)));
  }

  /** The node may be behind what the client has seen elsewhere; only the store knows. */
  private Mono<Long> existing(long position, FeedHub hub, ApiRequest request) {
    if (position <= hub.position()) {
      return Mono.just(position);
    }
    return bridge
        .block(feed::head, PAST_LIMIT)
        .flatMap(
            head ->
                position <= head
                    ? Mono.just(position)
                    : Mono.error(
                        noPosition("The feed has not come so far; is this another Beep?", request)
                            .exception()));
  }

  private Mono<Optional<List<FeedEvent>>> past(long from, FeedHub hub) {
    return from >= hub.floor()
        ? Mono.just(Optional.of(List.of()))
        : bridge.block(() -> feed.past().after(from), PAST_LIMIT);
  }

  /**
   * Completes when the stream is open, so that nothing of the request is kept any longer; the
   * stream itself ends with its connection.
   */
  private Mono<Void> stream(
      ServerWebExchange exchange, ApiRequest request, @Nullable UUID device, Start start) {
    return Mono.defer(
        () -> {
          FeedHub hub = feed.hub();
          UserId user = request.user();
          take(user);
          OpenLine open =
              new OpenLine(exchange, tokenOf(request), user, device, hub, () -> giveBack(user));
          return head(exchange.getResponse())
              .doOnSuccess(_ -> open.admit(stream -> admission(stream, start)))
              .doOnError(_ -> open.cut());
        });
  }

  private static StreamToken tokenOf(ApiRequest request) {
    return new StreamToken(request.tokenExpiry(), request.tokenIds());
  }

  private static Mono<Void> head(ServerHttpResponse response) {
    response.setStatusCode(HttpStatus.OK);
    HttpHeaders headers = response.getHeaders();
    headers.setContentType(new MediaType(MediaType.TEXT_EVENT_STREAM, StandardCharsets.UTF_8));
    headers.setCacheControl("no-store, no-transform");
    // Nginx would otherwise keep frames until it has a page of them.
    headers.set("X-Accel-Buffering", "no");
    byte[] hello =
        (": beep\nretry: " + FeedNumbers.RETRY_MILLIS + "\n\n").getBytes(StandardCharsets.UTF_8);
    return response.writeAndFlushWith(
        Flux.just(Mono.fromSupplier(() -> response.bufferFactory().wrap(hello))));
  }

  private static Admission admission(FeedStream stream, Start start) {
    return switch (start) {
      case Start.Live live -> Admission.live(stream, live.scope(), live.opening());
      case Start.Resume resume ->
          Admission.resuming(stream, resume.scope(), resume.from(), resume.past());
    };
  }

  private void take(UserId user) {
    if (open.incrementAndGet() > Limits.FEEDS_PER_NODE.size()) {
      open.decrementAndGet();
      throw Problems.unavailable("feed").exception();
    }
    if (openByUser.merge(user, 1, Integer::sum) > Limits.FEEDS_PER_USER.size()) {
      giveBack(user);
      throw Problems.limited(
              LimitHeaders.used(
                  Limits.FEEDS_PER_USER.size(),
                  ONE_MAY_HAVE_ENDED,
                  clock.instant(),
                  Limits.FEEDS_PER_USER.bucket()))
          .exception();
    }
  }

  private void giveBack(UserId user) {
    open.decrementAndGet();
    openByUser.computeIfPresent(user, (_, count) -> count == 1 ? null : count - 1);
  }
}
