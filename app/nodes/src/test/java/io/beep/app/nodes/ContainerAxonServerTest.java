package io.beep.app.nodes;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.queryhandling.QueryBus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** The contract on two command nodes, on an Axon Server in a container, where Docker is. */
@Testcontainers(disabledWithoutDocker = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ContainerAxonServerTest implements StreamContract, QueriesContract {

  private static final int GRPC = 8124;
  private static final int HTTP = 8024;

  @Container
  private static final GenericContainer<?> AXON_SERVER =
      new GenericContainer<>("axoniq/axonserver:2023.2.1-jdk-17")
          .withEnv("AXONIQ_AXONSERVER_STANDALONE", "true")
          .withExposedPorts(GRPC, HTTP)
          .waitingFor(
              Wait.forHttp("/actuator/health")
                  .forPort(HTTP)
                  .withStartupTimeout(Duration.ofMinutes(2)));

  @SuppressWarnings("NullAway.Init")
  private TwoCommandNodes nodes;

  @BeforeAll
  void start() throws IOException {
    nodes = new TwoCommandNodes(AXON_SERVER.getHost() + ":" + AXON_SERVER.getMappedPort(GRPC));
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
