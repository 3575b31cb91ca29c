package io.beep.gateway.feed;

import io.beep.gateway.feed.presence.ChosenStatuses;
import io.beep.gateway.feed.presence.Neighbours;
import io.beep.gateway.feed.presence.PresenceCounters;
import io.beep.gateway.shared.bus.Bridge;
import io.beep.gateway.shared.problem.Problems;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** What presence needs of its node. */
record PresenceParts(
    ChosenStatuses statuses, Neighbours neighbours, PresenceCounters counters, Bridge bridge) {

  private static final Logger LOG = LoggerFactory.getLogger(PresenceParts.class);

  private static final Duration LIMIT = Duration.ofSeconds(5);

  /** Reads or writes what people chose; 503 when that cannot be done. */
  <T> Mono<T> stored(Function<ChosenStatuses, T> call) {
    return bridge
        .block(() -> call.apply(statuses), LIMIT)
        .onErrorMap(
            failure -> {
              counters.unread();
              LOG.warn("what people chose to be shown as is out of reach: {}", failure.toString());
              return Problems.unavailable("presence").exception();
            });
  }
}
