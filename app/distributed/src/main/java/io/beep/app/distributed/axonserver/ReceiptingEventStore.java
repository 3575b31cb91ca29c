package io.beep.app.distributed.axonserver;

import io.beep.app.axon.CommandReceipts;
import io.beep.app.eventstore.Receipt;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.axonserver.connector.event.axon.GrpcBackedDomainEventData;
import org.axonframework.axonserver.connector.event.axon.GrpcMetaDataAwareSerializer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/**
 * Axon Server's event store for a node that decides: the events of a command with a key go in
 * together with its receipt or not at all, and each command learns where its last event stands.
 */
public final class ReceiptingEventStore extends AxonServerEventStore implements AutoCloseable {

  /** On a command that is tried again: which receipt of its key the next one is. */
  static final String RECEIPT_SEQUENCE = "receiptSequence";

  private final AxonServerLink link;
  private final Serializer stored;
  private final CommandReceipts results;
  private final Receipts receipts;
  private final StreamFollower follower;

  private ReceiptingEventStore(
      Builder builder,
      AxonServerLink link,
      Serializer serializer,
      Clock clock,
      Consumer<List<? extends TrackedEventMessage<?>>> listener) {
    super(builder);
    this.link = link;
    this.stored = new GrpcMetaDataAwareSerializer(serializer);
    this.results = new CommandReceipts(serializer);
    this.receipts = new Receipts(this::committed, clock);
    this.follower =
        new StreamFollower(this, new HeadQuestion(() -> link.events().getLastToken()), listener);
  }

  /**
   * @param listener is told of every event that any node commits, in order, before the command that
   *     caused it here is answered
   */
  public static ReceiptingEventStore open(
      AxonServerLink link,
      Serializer serializer,
      Clock clock,
      Consumer<List<? extends TrackedEventMessage<?>>> listener) {
    Builder builder = AxonServerStores.builder(link, serializer);
    // The builder makes its engine, which ours then uses too, only here.
    builder.build();
    ReceiptingEventStore store =
        new ReceiptingEventStore(builder, link, serializer, clock, listener);
    store.follower.start();
    return store;
  }

  /**
   * The committed events of an aggregate; what the running command is about to append is not among
   * them.
   */
  public List<? extends DomainEventMessage<?>> committed(String aggregateIdentifier) {
    return readEvents(aggregateIdentifier).asStream().toList();
  }

  /** Of what is committed; nothing of Beep has snapshots that would have to be looked for first. */
  @Override
  public DomainEventStream readEvents(String aggregateIdentifier) {
    return EventStreamUtils.upcastAndDeserializeDomainEvents(
        link.events()
            .openAggregateStream(aggregateIdentifier, false)
            .asStream()
            .map(GrpcBackedDomainEventData::new),
        stored,
        NoOpEventUpcaster.INSTANCE);
  }

  public StreamFollower follower() {
    return follower;
  }

  Receipts receipts() {
    return receipts;
  }

  CommandReceipts results() {
    return results;
  }

  AxonServerLink link() {
    return link;
  }

  /**
   * Appends a receipt by itself, of a command that caused nothing. Blocks until Axon Server has it.
   *
   * @param sequence as of those that go with events
   */
  LastAppended append(Receipt receipt, long sequence) {
    DomainEventMessage<CommandReceipted> event = receipts.event(receipt, sequence, 0);
    CompletableFuture<Long> position = follower.expect(event.getIdentifier());
    try {
      publish(event);
    } catch (RuntimeException notAppended) {
      follower.forget(event.getIdentifier());
      throw notAppended;
    }
    return new LastAppended(event.getIdentifier(), position);
  }

  @Override
  protected void prepareCommit(List<? extends EventMessage<?>> events) {
    if (!CurrentUnitOfWork.isStarted() || events.isEmpty()) {
      super.prepareCommit(events);
      return;
    }
    String last = events.getLast().getIdentifier();
    CompletableFuture<Long> position = follower.expect(last);
    CurrentUnitOfWork.get().onRollback(rolledBack -> follower.forget(last));
    LastAppended.remember(new LastAppended(last, position));
    super.prepareCommit(withReceipt(events));
  }

  private List<? extends EventMessage<?>> withReceipt(List<? extends EventMessage<?>> events) {
    Receipt receipt = results.current();
    if (receipt == null) {
      return events;
    }
    UnitOfWork<?> command = CurrentUnitOfWork.get().root();
    long sequence =
        command.getMessage().getMetaData().get(RECEIPT_SEQUENCE) instanceof Number next
            ? next.longValue()
            : 0;
    List<EventMessage<?>> all = new ArrayList<>(events.size() + 1);
    all.add(receipts.event(receipt, sequence, events.size()));
    all.addAll(events);
    return all;
  }

  @Override
  public void close() {
    follower.close();
  }
}
