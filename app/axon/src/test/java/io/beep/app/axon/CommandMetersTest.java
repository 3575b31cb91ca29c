package io.beep.app.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandMetersTest {

  private record Greet() {}

  private static final int MOST = 2;

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AsynchronousCommandBus bus =
      AsynchronousCommandBus.builder().executor(threads).build();
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  CommandMetersTest() {
    var _ = bus.registerHandlerInterceptor(new CommandMeters(registry, MOST));
  }

  @AfterEach
  void close() {
    mayEnd.countDown();
    threads.close();
  }

  private CompletableFuture<CommandResultMessage<?>> send() {
    CompletableFuture<CommandResultMessage<?>> answered = new CompletableFuture<>();
    bus.dispatch(
        GenericCommandMessage.asCommandMessage(new Greet()),
        (_, result) -> answered.complete(result));
    return answered;
  }

  private long count(String outcome) {
    return registry
        .find("beep.command.duration")
        .tag("command", "CommandMetersTest$Greet")
        .tag("outcome", outcome)
        .timers()
        .stream()
        .mapToLong(timer -> timer.count())
        .sum();
  }

  @Test
  void shouldTellOutcomesApart() {
    var _ = bus.subscribe(Greet.class.getName(), command -> "hello");
    send().join();
    var _ =
        bus.subscribe(
            Greet.class.getName(),
            command -> {
              throw new DomainException(new CommonError.NotFound("server"));
            });
    send().join();
    var _ =
        bus.subscribe(
            Greet.class.getName(),
            command -> {
              throw new IllegalStateException("a fault");
            });
    send().join();

    assertThat(count("done")).isEqualTo(1);
    assertThat(count("refused")).isEqualTo(1);
    assertThat(count("failed")).isEqualTo(1);
  }

  @Test
  void shouldCountACommandUntilItIsCommitted() {
    var _ =
        bus.registerHandlerInterceptor(
            (unitOfWork, chain) -> {
              unitOfWork.onPrepareCommit(_ -> awaitUninterruptibly());
              return chain.proceed();
            });
    var _ = bus.subscribe(Greet.class.getName(), command -> "hello");

    CompletableFuture<CommandResultMessage<?>> answer = send();

    await().untilAsserted(() -> assertThat(inFlight()).isEqualTo(1));
    assertThat(count("done")).isZero();
    mayEnd.countDown();
    answer.join();
    assertThat(count("done")).isEqualTo(1);
    assertThat(inFlight()).isZero();
  }

  @Test
  void shouldRefuseAtOnceWhatIsTooMuch() {
    var _ =
        bus.subscribe(
            Greet.class.getName(),
            command -> {
              awaitUninterruptibly();
              return "hello";
            });
    CompletableFuture<CommandResultMessage<?>> first = send();
    CompletableFuture<CommandResultMessage<?>> second = send();
    await().untilAsserted(() -> assertThat(inFlight()).isEqualTo(MOST));

    Throwable refusal = send().join().exceptionResult();

    assertThat(refusal)
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.error().code()).isEqualTo("node.unavailable"));
    assertThat(count("unavailable")).isEqualTo(1);
    assertThat(registry.get("beep.commands.refused").counter().count()).isEqualTo(1);
    mayEnd.countDown();
    assertThat(first.join().isExceptional()).isFalse();
    assertThat(second.join().isExceptional()).isFalse();
    assertThat(send().join().isExceptional()).isFalse();
  }

  private double inFlight() {
    return registry.get("beep.commands.in.flight").gauge().value();
  }

  private void awaitUninterruptibly() {
    try {
      mayEnd.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
