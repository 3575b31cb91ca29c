package io.beep.app.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.message.GetMessage;
import io.beep.coreapi.message.MessageView;
import io.beep.coreapi.server.GetServer;
import io.beep.coreapi.server.ServerView;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.Query;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.shared.bus.Bridge;
import io.beep.gateway.shared.bus.KnownPosition;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.problem.Problem;
import io.beep.gateway.shared.problem.Problems;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.axonframework.queryhandling.QueryBus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What the edge relies on when it asks, in whichever product: the answer, and what it can tell a
 * client of a failure. An {@link Oracle} answers, on another node where there are several.
 */
interface QueriesContract {

  UserId ADA = new UserId(new UUID(7, 100));
  int MANY = 50;

  /** From where is asked. */
  QueryBus queries();

  /** How the gateway asks. */
  record Edge(QueryAsker asker, Bridge bridge) implements AutoCloseable {

    static Edge on(QueryBus bus) {
      Bridge bridge = new Bridge(new SimpleMeterRegistry());
      return new Edge(new QueryAsker(bus, bridge, new KnownPosition()), bridge);
    }

    <R> CompletableFuture<R> ask(Query<R> query, Class<R> answer) {
      return asker
          .ask(query, answer, KnownPosition.NONE)
          .toFuture()
          .thenApply(Objects::requireNonNull);
    }

    CompletableFuture<MessageView> ask(MessageId message) {
      return ask(new GetMessage(message, ADA), MessageView.class);
    }

    @Override
    public void close() {
      bridge.close();
    }
  }

  /** What a client would be told, null when it would be told of a fault of ours. */
  private static @Nullable Problem refusal(CompletableFuture<?> answer)
      throws InterruptedException, TimeoutException {
    try {
      throw new AssertionError("answered with " + answer.get(20, TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      return Problems.of(e);
    }
  }

  @Test
  default void shouldAnswer() throws Exception {
    GetMessage query = new GetMessage(Oracle.KNOWN, ADA);
    try (Edge edge = Edge.on(queries())) {
      assertThat(edge.ask(query, MessageView.class).get(20, TimeUnit.SECONDS))
          .isEqualTo(Oracle.view(query));
    }
  }

  @Test
  default void shouldTellWhyItIsRefusedAtOnceOrLater() throws Exception {
    try (Edge edge = Edge.on(queries())) {
      assertThat(refusal(edge.ask(Oracle.REFUSED)))
          .isNotNull()
          .satisfies(
              problem -> {
                assertThat(problem.code()).isEqualTo("message.not-found");
                assertThat(problem.status()).isEqualTo(404);
              });
      assertThat(refusal(edge.ask(Oracle.REFUSED_LATER)))
          .isNotNull()
          .satisfies(
              problem -> {
                assertThat(problem.code()).isEqualTo("permission.missing");
                assertThat(problem.status()).isEqualTo(403);
                assertThat(problem.detail()).contains("READ_HISTORY");
              });
    }
  }

  @Test
  default void shouldTellNothingOfAFault() throws Exception {
    try (Edge edge = Edge.on(queries())) {
      for (MessageId broken : List.of(Oracle.BROKEN, Oracle.BROKEN_LATER)) {
        assertThat(refusal(edge.ask(broken))).as("a fault of ours, and no refusal").isNull();
      }
    }
  }

  @Test
  default void shouldSayLaterWhenNobodyAnswers() throws Exception {
    GetServer query = new GetServer(new ServerId(new UUID(7, 9)), ADA);
    try (Edge edge = Edge.on(queries())) {
      Problem problem = Objects.requireNonNull(refusal(edge.ask(query, ServerView.class)));

      assertThat(problem.status()).isEqualTo(503);
      assertThat(problem.headers()).containsKey("Retry-After");
    }
  }

  @Test
  default void shouldNotWaitForEverNorLetOthersWait() throws Exception {
    try (Edge edge = Edge.on(queries())) {
      Instant begin = Instant.now();
      List<CompletableFuture<MessageView>> late =
          IntStream.range(0, MANY).mapToObj(_ -> edge.ask(Oracle.NEVER)).toList();

      assertThat(edge.ask(Oracle.KNOWN).get(4, TimeUnit.SECONDS).id()).isEqualTo(Oracle.KNOWN);
      for (CompletableFuture<MessageView> one : late) {
        assertThat(refusal(one))
            .isNotNull()
            .extracting(Problem::status, Problem::code)
            .containsExactly(503, "answer.unavailable");
      }
      assertThat(Duration.between(begin, Instant.now()))
          .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(10));
    }
  }
}
