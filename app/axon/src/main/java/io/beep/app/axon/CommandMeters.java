package io.beep.app.axon;

import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.ExecutionResult;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times the commands of a node, each until what it did is durable, and refuses at once
 * what comes when too many are under way: whoever is told so can try elsewhere or later, whoever
 * waits in a line that only grows cannot.
 */
final class CommandMeters implements MessageHandlerInterceptor<CommandMessage<?>> {

  /**
   * What the event store takes in a quarter of a second at its best, and as many as wait for its
   * writer at most.
   */
  public static final int COMMANDS_IN_FLIGHT = 4_000;

  private final HandlingMeters meters;
  private final Counter refused;
  private final int most;

  public CommandMeters(MeterRegistry registry) {
    this(registry, COMMANDS_IN_FLIGHT);
  }

  /**
   * @param most commands at once
   */
  CommandMeters(MeterRegistry registry, int most) {
    this.meters =
        new HandlingMeters(
            registry, "command", "commands", "Until what the command did is durable, or refused");
    this.refused =
        Counter.builder("beep.commands.refused")
            .description("Refused because too many were under way")
            .register(registry);
    this.most = most;
  }

  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
    String command = unitOfWork.getMessage().getCommandName();
    long began = System.nanoTime();
    int underWay = meters.begin();
    unitOfWork.onCleanup(ended -> meters.end(command, began, failure(ended.getExecutionResult())));
    if (underWay > most) {
      refused.increment();
      throw new DomainException(new CommonError.Unavailable("node"));
    }
    return chain.proceed();
  }

  private static @Nullable Throwable failure(@Nullable ExecutionResult result) {
    return result != null && result.isExceptionResult() ? result.getExceptionResult() : null;
  }
}
