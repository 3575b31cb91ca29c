package io.beep.gateway.feed;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.feed.presence.Crowd;
import io.beep.gateway.feed.presence.Presence;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Who is there, for the hub: what happens goes in, frames come out. */
final class Presences {

  private final FeedHub hub;
  private final PresenceParts parts;
  private final FrameWriter writer;
  private final Clock clock;
  private final Crowd<FeedStream> crowd;
  private boolean loading;

  Presences(
      FeedHub hub, Audiences audiences, PresenceParts parts, FrameWriter writer, Clock clock) {
    this.hub = hub;
    this.parts = parts;
    this.writer = writer;
    this.clock = clock;
    this.crowd = new Crowd<>(audiences::members, parts.neighbours(), parts.counters());
  }

  /** To be called from any thread, once, before there are streams. */
  void listen() {
    parts.neighbours().listen(told -> hub.later(() -> crowd.heard(told)));
  }

  /** Asks the hub's thread, and answers on another. */
  <T> Mono<T> ask(Function<Crowd<FeedStream>, T> question) {
    return Mono.<T>create(
            answer ->
                hub.later(
                    () -> {
                      try {
                        answer.success(question.apply(crowd));
                      } catch (RuntimeException fault) {
                        answer.error(fault);
                      }
                    }))
        .publishOn(Schedulers.parallel());
  }

  void admitted(FeedStream stream) {
    crowd.admitted(stream, stream.user(), stream.device(), stream.servers(), clock.instant());
  }

  void closed(FeedStream stream) {
    crowd.closed(stream, clock.instant());
  }

  void joined(UserId user, ServerId server) {
    crowd.joined(user, server);
  }

  void left(UserId user, ServerId server) {
    crowd.left(user, server);
  }

  void ended(ServerId server) {
    crowd.ended(server);
  }

  /** All devices of someone show the same choice, at once. */
  void chose(Signal.StatusChosen chosen) {
    crowd.chose(chosen.user(), chosen.status(), clock.instant());
    Set<FeedStream> own = crowd.devicesOf(chosen.user());
    if (!own.isEmpty()) {
      hub.send(writer.chosen(chosen.status(), chosen.at()), own);
    }
  }

  void told(Signal.DeviceTold told) {
    Instant now = clock.instant();
    for (FeedStream stream : crowd.streamsOf(told.user(), told.device())) {
      crowd.said(stream, told.idle(), now);
      if (told.watching() != null) {
        crowd.watch(stream, told.watching());
      }
    }
  }

  /** To be called once a second. */
  void tick() {
    load();
    Instant now = clock.instant();
    Map<Map<UserId, Presence>, List<FeedStream>> alike = new HashMap<>();
    crowd
        .tick(now)
        .forEach(
            (stream, presences) ->
                alike.computeIfAbsent(presences, _ -> new ArrayList<>(1)).add(stream));
    alike.forEach(
        (presences, streams) -> {
          streams.removeIf(stream -> !stream.isLive());
          if (!streams.isEmpty()) {
            streams.forEach(_ -> parts.counters().frame());
            hub.send(writer.presence(presences, now), streams);
          }
        });
  }

  private void load() {
    Set<UserId> users = loading ? Set.of() : crowd.takeWhoToLoad();
    if (users.isEmpty()) {
      return;
    }
    loading = true;
    Instant asked = clock.instant();
    parts
        .stored(chosen -> chosen.of(users))
        .subscribe(
            statuses ->
                hub.later(
                    () -> {
                      loading = false;
                      crowd.loaded(users, statuses, asked);
                    }),
            _ ->
                hub.later(
                    () -> {
                      loading = false;
                      crowd.loadAgain(users);
                    }));
  }
}
