package io.beep.app.standalone;

import io.beep.coreapi.server.AdvanceServerDeletion;
import io.beep.coreapi.server.DeletionStep;
import io.beep.coreapi.server.ErasesServers;
import io.beep.coreapi.server.FinishServerDeletion;
import io.beep.coreapi.server.StartServerDeletion;
import io.beep.coreapi.shared.Command;
import io.beep.coreapi.shared.ServerId;
import io.beep.saga.shared.Commands;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A process that can die at any of its calls: before it, or when it is done and nothing was noted
 * of it. What is noted rolls back with the death, as it does when the connection of a killed
 * process ends.
 */
final class Mortal {

  /** The words for what is not a step of {@link DeletionStep}. */
  static final String START = "start";

  static final String FINISH = "finish";

  /** How a process ends that was halted. */
  static final int HALTED = 137;

  private final Map<String, Integer> passed = new HashMap<>();
  private final Consumer<String> death;
  private @Nullable String place;
  private int countdown;

  /** What nobody catches. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed(String place) {
      super(place, null, false, false);
    }
  }

  /** Dies by what nobody catches. */
  Mortal() {
    this(
        step -> {
          throw new Killed(step);
        });
  }

  private Mortal(Consumer<String> death) {
    this.death = death;
  }

  /** Takes the whole JVM along: nothing is closed, flushed or rolled back by it, as by kill -9. */
  static Mortal halting() {
    return new Mortal(_ -> Runtime.getRuntime().halt(HALTED));
  }

  /** Dies at the n-th moment of that step, from 0. */
  void dieIn(String step, int moment) {
    place = step;
    countdown = moment;
  }

  /** How many moments the step had so far. */
  int moments(String step) {
    return passed.getOrDefault(step, 0);
  }

  private void moment(String step) {
    passed.merge(step, 1, Integer::sum);
    if (step.equals(place) && countdown-- == 0) {
      place = null;
      death.accept(step);
    }
  }

  Commands sending(Commands commands) {
    return command -> {
      String step = step(command);
      moment(step);
      commands.send(command);
      moment(step);
    };
  }

  private static String step(Command command) {
    return switch (command) {
      case StartServerDeletion _ -> START;
      case AdvanceServerDeletion advance -> advance.step().wireName();
      case FinishServerDeletion _ -> FINISH;
      default -> throw new IllegalArgumentException("not of the process: " + command);
    };
  }

  List<ErasesServers> erasing(Collection<ErasesServers> erasers) {
    return erasers.stream().<ErasesServers>map(MortalEraser::new).toList();
  }

  private final class MortalEraser implements ErasesServers {

    private final ErasesServers eraser;

    MortalEraser(ErasesServers eraser) {
      this.eraser = eraser;
    }

    @Override
    public DeletionStep step() {
      return eraser.step();
    }

    @Override
    public long count(ServerId server) {
      moment(START);
      return eraser.count(server);
    }

    @Override
    public int atOnce() {
      return eraser.atOnce();
    }

    @Override
    public int erase(ServerId server) {
      moment(step().wireName());
      int erased = eraser.erase(server);
      moment(step().wireName());
      return erased;
    }
  }
}
