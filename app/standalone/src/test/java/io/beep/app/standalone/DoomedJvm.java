package io.beep.app.standalone;

import io.beep.saga.SagasConfiguration;
import io.beep.saga.shared.BusCommands;
import io.beep.saga.shared.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The process of deletions in a JVM of its own, which halts at a moment of one of its steps. */
final class DoomedJvm {

  private static final Duration MOST = Duration.ofMinutes(2);
  private static final int MOST_PIECES = 1_000;
  private static final int SURVIVED = 3;

  private DoomedJvm() {}

  /** Waits for its end; how it ended. */
  static int run(DeletionWorld.Stores stores, Duration ahead, String step, int moment)
      throws IOException, InterruptedException {
    Path printed = Files.createTempFile("doomed-jvm-", ".log");
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Ddisable-axoniq-console-message=true",
                "-cp",
                System.getProperty("java.class.path"),
                DoomedJvm.class.getName(),
                ahead.toString(),
                step,
                Integer.toString(moment)));
    command.addAll(stores.lines());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    if (!process.waitFor(MOST.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("it did not end:\n" + Files.readString(printed));
    }
    if (process.exitValue() != Mortal.HALTED) {
      throw new AssertionError(
          "ended with " + process.exitValue() + ":\n" + Files.readString(printed));
    }
    return process.exitValue();
  }

  /** Time ahead, step, moment, and where everything is. */
  public static void main(String[] args) throws SQLException {
    List<String> told = Arrays.asList(args);
    DeletionWorld world =
        new DeletionWorld(
            DeletionWorld.Stores.of(told.subList(3, told.size())), Duration.parse(told.get(0)));
    Mortal mortal = Mortal.halting();
    mortal.dieIn(told.get(1), Integer.parseInt(told.get(2)));
    Work process =
        SagasConfiguration.serverDeletions(
            world.sagas(),
            mortal.sending(new BusCommands(world.axon().commandBus())),
            mortal.erasing(world.erasers().all()),
            world.clock());
    for (int i = 0; i < MOST_PIECES; i++) {
      process.work();
    }
    Runtime.getRuntime().halt(SURVIVED);
  }
}
