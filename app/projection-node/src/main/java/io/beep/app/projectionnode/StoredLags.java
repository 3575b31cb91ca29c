package io.beep.app.projectionnode;

import io.beep.app.axon.ProcessorLag;
import io.beep.app.distributed.axonserver.DistributedAxon;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tells how far each processor is behind, whichever node runs it: by the tokens that are committed
 * with its rows.
 */
final class StoredLags implements Supplier<List<ProcessorLag>> {

  private static final long BEFORE_THE_FIRST = -1;

  /** The event is there; this is for the way. */
  private static final int EVENT_SECONDS = 1;

  private final JdbcTemplate jdbc;
  private final Serializer serializer;
  private final LongSupplier head;
  private final StreamableMessageSource<TrackedEventMessage<?>> source;
  private final List<String> processors;
  private final int segments;
  private final Clock clock;

  /** When the event happened that a processor waits for; asked once while it does not move. */
  private final Map<String, Dated> waitingFor = new ConcurrentHashMap<>();

  private record Dated(long position, Instant when) {}

  /**
   * A row of {@code token_entry}.
   *
   * @param owned whether a node has renewed its claim not long ago
   */
  private record Stored(long position, boolean owned) {}

  /**
   * @param head the position of the newest event, -1 when there is none
   * @param processors their names
   * @param segments how many each has
   */
  StoredLags(
      DataSource readModel,
      Serializer serializer,
      LongSupplier head,
      StreamableMessageSource<TrackedEventMessage<?>> source,
      List<String> processors,
      int segments,
      Clock clock) {
    this.jdbc = new JdbcTemplate(readModel);
    this.serializer = serializer;
    this.head = head;
    this.source = source;
    this.processors = List.copyOf(processors);
    this.segments = segments;
    this.clock = clock;
  }

  List<String> processors() {
    return processors;
  }

  @Override
  public List<ProcessorLag> get() {
    long newest = head.getAsLong();
    return processors.stream().map(processor -> lag(processor, newest)).toList();
  }

  private ProcessorLag lag(String processor, long newest) {
    List<Stored> stored =
        jdbc.query(
            "select token, token_type, owner, time_stamp from token_entry where processor_name = ?",
            (row, number) ->
                new Stored(
                    position(row.getBytes("token"), row.getString("token_type")),
                    isOwned(row.getString("owner"), row.getString("time_stamp"))),
            processor);
    boolean running = stored.size() == segments && stored.stream().allMatch(Stored::owned);
    OptionalLong slowest = stored.stream().mapToLong(Stored::position).min();
    long position = stored.size() == segments ? slowest.orElse(BEFORE_THE_FIRST) : BEFORE_THE_FIRST;
    long waiting = Math.max(0, newest - position);
    return new ProcessorLag(
        processor, waiting, waiting == 0 ? Duration.ZERO : age(processor, position + 1), running);
  }

  private long position(byte @Nullable [] token, @Nullable String type) {
    if (token == null) {
      return BEFORE_THE_FIRST;
    }
    TrackingToken stored =
        serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
    return stored.position().orElse(BEFORE_THE_FIRST);
  }

  private boolean isOwned(@Nullable String owner, String renewed) {
    return owner != null
        && Instant.parse(renewed)
            .plusMillis(DistributedAxon.CLAIM_TIMEOUT_MILLIS)
            .isAfter(clock.instant());
  }

  private Duration age(String processor, long position) {
    Dated known = waitingFor.get(processor);
    if (known == null || known.position() != position) {
      Instant when = timeOf(position);
      if (when == null) {
        return Duration.ZERO;
      }
      known = new Dated(position, when);
      waitingFor.put(processor, known);
    }
    Duration age = Duration.between(known.when(), clock.instant());
    return age.isNegative() ? Duration.ZERO : age;
  }

  private @Nullable Instant timeOf(long position) {
    try (BlockingStream<TrackedEventMessage<?>> stream =
        source.openStream(new GlobalSequenceTrackingToken(position - 1))) {
      return stream.hasNextAvailable(EVENT_SECONDS, TimeUnit.SECONDS)
          ? stream.nextAvailable().getTimestamp()
          : null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
