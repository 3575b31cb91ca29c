package io.beep.app.operations.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RestingHeapTest {

  @Test
  void shouldGiveBackWhatABusyHourTook() throws Exception {
    assertThat(heapOf("PT10S", "-XX:+UseParallelGC", "-XX:+UseAdaptiveSizePolicyWithSystemGC"))
        .as("busy and resting, bytes")
        .satisfies(sizes -> assertThat(sizes.get(1)).isLessThan(sizes.get(0) * 2 / 3));
  }

  @Test
  void shouldLeaveOtherCollectorsAlone() throws Exception {
    assertThat(heapOf("PT0.5S", "-XX:+UseSerialGC"))
        .satisfies(sizes -> assertThat(sizes.get(1)).isEqualTo(sizes.get(0)));
  }

  private static List<Long> heapOf(String patience, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-Xms32m", "-Xmx512m", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(BusyThenResting.class.getName(), patience));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return output.lines().map(Long::valueOf).toList();
  }

  /**
   * Takes much, and then does nothing until its heap is smaller or the time that it is given is up.
   */
  static final class BusyThenResting {

    private static final int BLOCK = 64 << 10;
    private static final int KEPT = 4_000;
    private static final int MADE = 20_000;

    private BusyThenResting() {}

    public static void main(String[] arguments) {
      ArrayDeque<byte[]> blocks = new ArrayDeque<>();
      for (int made = 0; made < MADE; made++) {
        blocks.add(new byte[BLOCK]);
        if (blocks.size() > KEPT) {
          blocks.remove();
        }
      }
      blocks.clear();
      long busy = Runtime.getRuntime().totalMemory();
      System.out.println(busy);
      try (RestingHeap _ = RestingHeap.start(Duration.ofMillis(50))) {
        await()
            .pollInterval(Duration.ofMillis(10))
            .atMost(Duration.parse(arguments[0]))
            .until(() -> Runtime.getRuntime().totalMemory() < busy);
      } catch (ConditionTimeoutException _) {
        // The second number says so.
      }
      System.out.println(Runtime.getRuntime().totalMemory());
    }
  }
}
