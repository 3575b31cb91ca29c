package io.beep.app.distributed.axonserver;

import io.beep.app.axon.CommandReceipts;
import io.beep.app.eventstore.Receipt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Receipts of commands in Axon Server. Neither the name of the stream nor what it holds gives away
 * what was asked to one who lacks the key, since nothing in the store can be taken out again.
 */
final class Receipts {

  /** As in the standalone product. */
  private static final Duration COUNTS = Duration.ofHours(24);

  private static final String TYPE = "CommandReceipt";
  private static final String MAC = "HmacSHA256";

  private final Function<String, Iterable<? extends DomainEventMessage<?>>> streams;
  private final Clock clock;

  /**
   * What is stored of the command with a key.
   *
   * @param eventIdentifier of the receipt's event
   * @param sequence in the stream of this key
   */
  record Found(CommandReceipted receipt, String eventIdentifier, long sequence, Instant at) {}

  Receipts(Function<String, Iterable<? extends DomainEventMessage<?>>> streams, Clock clock) {
    this.streams = streams;
    this.clock = clock;
  }

  /** The newest receipt under this key, also one that counts no more. */
  Optional<Found> find(CommandReceipts.Key key) {
    Found newest = null;
    for (DomainEventMessage<?> event : streams.apply(stream(key.actor(), key.key()))) {
      if (event.getPayload() instanceof CommandReceipted receipt) {
        newest =
            new Found(
                receipt, event.getIdentifier(), event.getSequenceNumber(), event.getTimestamp());
      }
    }
    return Optional.ofNullable(newest);
  }

  boolean counts(Found found) {
    return found.at().plus(COUNTS).isAfter(clock.instant());
  }

  boolean isOf(Found found, CommandReceipts.Key key) {
    return found.receipt().request().equals(seal(key.key(), key.requestHash()));
  }

  /**
   * The receipt as an event.
   *
   * @param sequence 0, or one more than that of the receipt which counts no more
   * @param events how many the command caused
   */
  DomainEventMessage<CommandReceipted> event(Receipt receipt, long sequence, int events) {
    return new GenericDomainEventMessage<>(
        TYPE,
        stream(receipt.actor(), receipt.key()),
        sequence,
        new CommandReceipted(
            seal(receipt.key(), receipt.requestHash()),
            events,
            receipt.resultType(),
            receipt.result()));
  }

  /** What the command answered, null for nothing. */
  static @Nullable Object answer(CommandReceipts results, Found found) {
    return results.answerOf(
        new Receipt("", "", "", found.receipt().resultType(), found.receipt().result(), -1));
  }

  private static String stream(String actor, String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((actor + '\n' + key).getBytes(StandardCharsets.UTF_8));
      return "receipt:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String seal(String key, String requestHash) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), MAC));
      return HexFormat.of().formatHex(mac.doFinal(requestHash.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + MAC, e);
    }
  }
}
