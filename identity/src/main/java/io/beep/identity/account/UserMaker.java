package io.beep.identity.account;

import io.beep.coreapi.shared.DomainError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.ErrorKind;
import io.beep.coreapi.user.RegisterUser;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the command side for the user of an account, for a limited time. */
class UserMaker {

  static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(UserMaker.class);

  private final CommandBus commandBus;
  private final Duration longestWait;

  UserMaker(CommandBus commandBus, Duration longestWait) {
    this.commandBus = commandBus;
    this.longestWait = longestWait;
  }

  UserMaking make(StoredAccount account) {
    RegisterUser command =
        new RegisterUser(
            account.userId(), account.username(), account.firstName(), account.lastName());
    CompletableFuture<CommandResultMessage<?>> answer = new CompletableFuture<>();
    // A bus may run the handler on the thread that dispatches; then only a thread of its own keeps
    // the time limit.
    Thread.ofVirtual().name("register-user").start(() -> dispatch(command, answer));
    try {
      CommandResultMessage<?> result = answer.get(longestWait.toMillis(), TimeUnit.MILLISECONDS);
      return result.isExceptional()
          ? failed(account, result.exceptionResult())
          : new UserMaking.Made();
    } catch (TimeoutException e) {
      LOG.warn("No answer to RegisterUser for {} within {}", account.userId(), longestWait);
      return new UserMaking.Unclear();
    } catch (ExecutionException e) {
      return failed(account, e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new UserMaking.Unclear();
    }
  }

  private void dispatch(RegisterUser command, CompletableFuture<CommandResultMessage<?>> answer) {
    try {
      commandBus.<RegisterUser, Object>dispatch(
          GenericCommandMessage.asCommandMessage(command),
          (message, result) -> answer.complete(result));
    } catch (RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  private static UserMaking failed(StoredAccount account, Throwable cause) {
    DomainError error =
        switch (cause) {
          case DomainException refusal -> refusal.error();
          case CommandExecutionException refusal -> refusal.<DomainError>getDetails().orElse(null);
          default -> null;
        };
    if (error != null && error.kind() != ErrorKind.UNAVAILABLE) {
      LOG.warn("RegisterUser for {} was refused: {}", account.userId(), error.code());
      return new UserMaking.Refused(error);
    }
    if (cause instanceof NoHandlerForCommandException) {
      LOG.warn("RegisterUser for {} reached no handler", account.userId());
      return new UserMaking.NotDelivered();
    }
    LOG.warn("RegisterUser for {} failed", account.userId(), cause);
    return new UserMaking.Unclear();
  }
}
