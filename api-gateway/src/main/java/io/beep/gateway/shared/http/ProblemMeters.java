package io.beep.gateway.shared.http;

import io.beep.gateway.shared.limit.LimitHeaders;
import io.beep.gateway.shared.limit.Limits;
import io.beep.gateway.shared.problem.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts refusals: by code, and those of limits by limit as well. */
final class ProblemMeters {

  private final MeterRegistry registry;

  /** All of them from the beginning, so that none of them seems not to be there. */
  private final Map<String, Counter> limits;

  ProblemMeters(MeterRegistry registry) {
    this.registry = registry;
    this.limits =
        Stream.of(Limits.values())
            .filter(limit -> limit.key() == Limits.Key.USER || limit.key() == Limits.Key.ADDRESS)
            .collect(Collectors.toUnmodifiableMap(Limits::bucket, this::limit));
  }

  private Counter limit(Limits limit) {
    return Counter.builder("beep.rate.limit.refusals")
        .description("Requests that were refused because a limit was reached")
        .tag("limit", limit.bucket())
        .register(registry);
  }

  /** Codes are ours, so that there are some dozens of them. */
  void answered(Problem problem) {
    Counter.builder("beep.problems")
        .description("Refusals that clients got")
        .tag("code", problem.code())
        .tag("status", Integer.toString(problem.status()))
        .register(registry)
        .increment();
    String bucket = problem.headers().get(LimitHeaders.BUCKET);
    Counter limit = bucket == null ? null : limits.get(bucket);
    if (limit != null) {
      limit.increment();
    }
  }
}
