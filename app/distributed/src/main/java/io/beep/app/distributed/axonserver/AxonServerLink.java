package io.beep.app.distributed.axonserver;

import io.axoniq.axonserver.connector.event.EventChannel;
import io.beep.app.distributed.Settings;
import io.beep.app.operations.health.Part;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;

/** The connection of a node to Axon Server. It connects again by itself for as long as it takes. */
public final class AxonServerLink implements AutoCloseable {

  /** Longer than any commit of a server that is well; after it the outcome is unknown. */
  static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

  private static final int CONNECT_MILLIS = 3_000;
  private static final int RECONNECT_MILLIS = 500;
  private static final int HEARTBEAT_MILLIS = 2_000;
  private static final int HEARTBEAT_LIMIT_MILLIS = 5_000;

  /** A page of 100 messages of 4 000 characters of four bytes each, and room. */
  private static final int MESSAGE_BYTES = 4 << 20;

  /** Whoever starts all of it at once need not know that Axon Server takes longest. */
  private static final Duration START_PATIENCE = Duration.ofSeconds(60);

  private final AxonServerConfiguration configuration;
  private final AxonServerConnectionManager connections;

  private AxonServerLink(
      AxonServerConfiguration configuration, AxonServerConnectionManager connections) {
    this.configuration = configuration;
    this.connections = connections;
  }

  /**
   * Connects to one of {@code BEEP_AXON_SERVER} ({@code host:8124}, several with commas), with the
   * token {@code BEEP_AXON_SERVER_TOKEN} when there is one, and waits for a limited time until it
   * answers.
   *
   * @param component what Axon Server shows
   * @throws IllegalStateException when it does not
   */
  public static AxonServerLink open(Settings settings, String component) {
    AxonServerConfiguration.Builder builder =
        AxonServerConfiguration.builder()
            .servers(settings.text("BEEP_AXON_SERVER"))
            .componentName("beep-" + component)
            .maxMessageSize(MESSAGE_BYTES)
            .suppressDownloadMessage()
            .connectTimeout(CONNECT_MILLIS);
    settings.findSecret("BEEP_AXON_SERVER_TOKEN").ifPresent(builder::token);
    AxonServerConfiguration configuration = builder.build();
    configuration.setSslEnabled(settings.isOn("BEEP_AXON_SERVER_TLS", false));
    configuration.setReconnectInterval(RECONNECT_MILLIS);
    configuration.setCommitTimeout((int) ANSWER_LIMIT.toMillis());
    // Left out of a stream, an event would never move the position of those who wait for it.
    configuration.setEventBlockListingEnabled(false);
    AxonServerConfiguration.HeartbeatConfiguration heartbeat = configuration.getHeartbeat();
    heartbeat.setEnabled(true);
    heartbeat.setInterval(HEARTBEAT_MILLIS);
    heartbeat.setTimeout(HEARTBEAT_LIMIT_MILLIS);
    AxonServerConnectionManager connections =
        AxonServerConnectionManager.builder()
            .routingServers(configuration.getServers())
            .axonServerConfiguration(configuration)
            .build();
    connections.start();
    AxonServerLink link = new AxonServerLink(configuration, connections);
    try {
      new FirstAnswer(link::head, START_PATIENCE, Duration.ofMillis(RECONNECT_MILLIS)).await();
    } catch (RuntimeException e) {
      link.close();
      throw e;
    }
    return link;
  }

  public boolean isConnected() {
    return connections.isConnected(configuration.getContext());
  }

  /** For those who watch over a node. */
  public Part part() {
    return Part.required("axon-server", () -> isConnected() ? null : "is not connected");
  }

  /**
   * The position of the newest event, -1 for none.
   *
   * @throws IllegalStateException when Axon Server does not say
   */
  public long head() {
    try {
      return events().getLastToken().get(ANSWER_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Axon Server did not tell the end of the stream", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  AxonServerConfiguration configuration() {
    return configuration;
  }

  AxonServerConnectionManager connections() {
    return connections;
  }

  EventChannel events() {
    return connections.getConnection(configuration.getContext()).eventChannel();
  }

  @Override
  public void close() {
    connections.shutdown();
  }
}
