package io.beep.identity.shared;

import io.beep.coreapi.shared.ErrorKind;
import io.beep.coreapi.shared.ErrorPayload;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.user.RegisterUser;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.Registration;
import org.jspecify.annotations.Nullable;

/** The command side as identity sees it: a real bus, and a handler that a test can trouble. */
public final class CommandSideFake implements AutoCloseable {

  private final CommandBus bus = SimpleCommandBus.builder().build();
  private final Map<UserId, RegisterUser> users = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Trouble trouble = Trouble.NONE;
  private @Nullable Registration registration;

  /** What happens to a command. */
  public enum Trouble {
    NONE,
    /** The user is not made, and the answer says why. */
    REFUSES,
    /** The user is not made, and the answer says that something is down. */
    UNAVAILABLE,
    /** The user is made, and the answer is lost. */
    LOSES_THE_ANSWER,
    /** The user is made, and no answer ever comes. */
    HANGS
  }

  public CommandSideFake() {
    connect();
  }

  public void connect() {
    registration =
        bus.subscribe(
            RegisterUser.class.getName(), message -> decide((RegisterUser) message.getPayload()));
  }

  /** Leaves the bus without anyone who handles. */
  public void disconnect() {
    if (registration != null) {
      registration.cancel();
    }
  }

  private @Nullable Object decide(RegisterUser command) throws InterruptedException {
    switch (trouble) {
      case REFUSES -> throw refusal(ErrorKind.INVALID, "user.refused");
      case UNAVAILABLE -> throw refusal(ErrorKind.UNAVAILABLE, "events.unavailable");
      case NONE, LOSES_THE_ANSWER, HANGS -> users.putIfAbsent(command.userId(), command);
    }
    if (trouble == Trouble.LOSES_THE_ANSWER) {
      throw new IllegalStateException("the answer is lost");
    }
    if (trouble == Trouble.HANGS) {
      closed.await();
    }
    return null;
  }

  private static CommandExecutionException refusal(ErrorKind kind, String code) {
    return new CommandExecutionException(
        code, null, new ErrorPayload(code, kind, "Not like this.", List.of()));
  }

  public void trouble(Trouble next) {
    trouble = next;
  }

  public CommandBus bus() {
    return bus;
  }

  public Map<UserId, RegisterUser> users() {
    return Map.copyOf(users);
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
