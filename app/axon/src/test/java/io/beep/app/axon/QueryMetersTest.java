package io.beep.app.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.Test;

class QueryMetersTest {

  private static final String QUERY = "io.beep.coreapi.server.GetServer";

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final SimpleQueryBus bus = SimpleQueryBus.builder().build();
  private final CompletableFuture<String> answer = new CompletableFuture<>();

  QueryMetersTest() {
    var _ = bus.registerHandlerInterceptor(new QueryMeters(registry));
    var _ = bus.registerHandlerInterceptor(new QueryRefusals());
    var _ = bus.subscribe(QUERY, String.class, query -> answer);
  }

  private CompletableFuture<QueryResponseMessage<String>> ask() {
    return bus.query(
        new GenericQueryMessage<>("which?", QUERY, ResponseTypes.instanceOf(String.class)));
  }

  private long count(String outcome) {
    return registry
        .find("beep.query.duration")
        .tag("query", "GetServer")
        .tag("outcome", outcome)
        .timers()
        .stream()
        .mapToLong(timer -> timer.count())
        .sum();
  }

  private double inFlight() {
    return registry.get("beep.queries.in.flight").gauge().value();
  }

  @Test
  void shouldTimeUntilTheAnswerIsThere() {
    var asked = ask();

    assertThat(inFlight()).isEqualTo(1);
    assertThat(count("done")).isZero();

    answer.complete("this one");

    assertThat(asked.join().getPayload()).isEqualTo("this one");
    assertThat(inFlight()).isZero();
    assertThat(count("done")).isEqualTo(1);
  }

  @Test
  void shouldTellRefusalsFromFaults() {
    answer.completeExceptionally(new DomainException(new CommonError.NotFound("server")));

    assertThat(ask()).failsWithin(Duration.ofSeconds(5));
    assertThat(count("refused")).isEqualTo(1);
    assertThat(count("failed")).isZero();
  }
}
