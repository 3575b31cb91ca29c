package io.beep.app.nodes;

import java.io.IOException;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.queryhandling.QueryBus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The contract on two command nodes, on the Axon Server of {@code -Dbeep.axon-server=host:port}.
 */
@EnabledIfSystemProperty(
    named = "beep.axon-server",
    matches = ".+",
    disabledReason = "needs -Dbeep.axon-server=host:port")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GivenAxonServerTest implements StreamContract, QueriesContract {

  @SuppressWarnings("NullAway.Init")
  private TwoCommandNodes nodes;

  @BeforeAll
  void start() throws IOException {
    nodes = new TwoCommandNodes(System.getProperty("beep.axon-server"));
  }

  @AfterAll
  void end() {
    nodes.close();
  }

  @Override
  public CommandBus bus() {
    return nodes.bus();
  }

  @Override
  public QueryBus queries() {
    return nodes.queries();
  }

  @Override
  public List<? extends DomainEventMessage<?>> events(String aggregate) {
    return nodes.events(aggregate);
  }

  @Override
  public StreamableMessageSource<TrackedEventMessage<?>> source() {
    return nodes.source();
  }
}
