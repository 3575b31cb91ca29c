package io.beep.app.axon;

import io.beep.app.eventstore.TailingEventStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;

/**
 * Tells how far each event processor is behind. A look costs no query while a processor is up to
 * date, and one for the age of what waits when it is far behind.
 */
public final class ProcessorLags {

  private static final long BEFORE_THE_FIRST = -1;

  private final Map<String, Processor> processors;
  private final LongSupplier head;
  private final LongFunction<Optional<Instant>> timeOf;
  private final Clock clock;

  /** What was last known of a processor, for the time in which none of its segments runs. */
  private final Map<String, Long> lastPositions = new ConcurrentHashMap<>();

  /**
   * @param segments how many each processor has, by its name
   */
  public record Processor(StreamingEventProcessor processor, int segments) {}

  /**
   * @param head the position of the newest event, -1 when there is none
   * @param timeOf when the event at a position happened
   */
  public ProcessorLags(
      Map<String, Processor> processors,
      LongSupplier head,
      LongFunction<Optional<Instant>> timeOf,
      Clock clock) {
    this.processors = Map.copyOf(processors);
    this.head = head;
    this.timeOf = timeOf;
    this.clock = clock;
  }

  /**
   * Of the processors of a configuration.
   *
   * @param settings with which they were made
   */
  public static ProcessorLags of(
      Configuration axon, List<ProcessorSettings> settings, TailingEventStore store, Clock clock) {
    Map<String, Processor> processors =
        settings.stream()
            .collect(
                Collectors.toMap(
                    ProcessorSettings::name,
                    one -> new Processor(processor(axon, one.name()), one.segments())));
    return new ProcessorLags(processors, store::head, store::timeOf, clock);
  }

  private static StreamingEventProcessor processor(Configuration axon, String name) {
    return axon.eventProcessingConfiguration()
        .eventProcessor(name, StreamingEventProcessor.class)
        .orElseThrow(() -> new IllegalArgumentException("no processor " + name));
  }

  /** One for each processor, in the order of their names. */
  public List<ProcessorLag> read() {
    long newest = head.getAsLong();
    return processors.entrySet().stream()
        .map(entry -> lag(entry.getKey(), entry.getValue(), newest))
        .sorted(Comparator.comparing(ProcessorLag::processor))
        .toList();
  }

  private ProcessorLag lag(String name, Processor processor, long newest) {
    Map<Integer, EventTrackerStatus> statuses = processor.processor().processingStatus();
    boolean running =
        statuses.size() == processor.segments()
            && statuses.values().stream().noneMatch(EventTrackerStatus::isErrorState);
    OptionalLong slowest = running ? slowest(statuses) : OptionalLong.empty();
    long position =
        slowest.isPresent()
            ? slowest.getAsLong()
            : lastPositions.getOrDefault(name, BEFORE_THE_FIRST);
    lastPositions.put(name, position);
    long waiting = Math.max(0, newest - position);
    return new ProcessorLag(
        name, waiting, waiting == 0 ? Duration.ZERO : age(position + 1), running);
  }

  /** Empty while a segment has not said yet where it is. */
  private static OptionalLong slowest(Map<Integer, EventTrackerStatus> statuses) {
    return statuses.values().stream().allMatch(status -> status.getCurrentPosition().isPresent())
        ? statuses.values().stream()
            .mapToLong(status -> status.getCurrentPosition().getAsLong())
            .min()
        : OptionalLong.empty();
  }

  private Duration age(long position) {
    Duration age =
        timeOf
            .apply(position)
            .map(happened -> Duration.between(happened, clock.instant()))
            .orElse(Duration.ZERO);
    return age.isNegative() ? Duration.ZERO : age;
  }
}
