package io.beep.app.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.app.commandnode.CommandNode;
import io.beep.app.gatewaynode.GatewayNode;
import io.beep.app.identitynode.IdentityNode;
import io.beep.app.projectionnode.ProjectionNode;
import io.beep.app.querynode.QueryNode;
import io.beep.testsupport.TestDatabase;
import io.beep.testsupport.TestPostgres;
import io.beep.testsupport.TestSearch;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The whole distributed product as processes, two of each node that people wait for, while one of
 * each is killed: on the Axon Server of {@code -Dbeep.axon-server=host:port}.
 */
@EnabledIfSystemProperty(
    named = "beep.axon-server",
    matches = ".+",
    disabledReason = "needs -Dbeep.axon-server=host:port")
class KilledNodesTest {

  private static final String RATE = "60";

  /** So many messages between two kills, all of them in the read model. */
  private static final int GOES_ON = 200;

  private static final Duration GOES_ON_WITHIN = Duration.ofSeconds(60);

  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final TestDatabase database = TestPostgres.freshDatabase();
  private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
  private final int address = NodeProcess.freePort();
  private final Map<String, String> settings = new HashMap<>();

  @TempDir private Path directory;

  @AfterEach
  void end() throws Exception {
    while (!running.isEmpty()) {
      running.pop().close();
    }
  }

  private <T extends AutoCloseable> T running(T part) {
    running.push(part);
    return part;
  }

  private NodeProcess start(Class<?> main, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(settings);
    environment.putAll(more);
    return running(NodeProcess.start(main, environment));
  }

  private NodeProcess start(Class<?> main) {
    return start(main, Map.of());
  }

  private long messages() {
    Long count = jdbc.queryForObject("select count(*) from read_model.message", Long.class);
    return count == null ? 0 : count;
  }

  private void awaitThatItGoesOn() {
    long before = messages();
    await("messages to arrive").atMost(GOES_ON_WITHIN).until(() -> messages() >= before + GOES_ON);
  }

  @Test
  void shouldCostTheirClientsAReconnectAndNothingElse() throws Exception {
    int identityPort = NodeProcess.freePort();
    int internalPort = NodeProcess.freePort();
    List<Integer> gatewayPorts = List.of(NodeProcess.freePort(), NodeProcess.freePort());
    settings.putAll(
        Map.of(
            "BEEP_AXON_SERVER",
            System.getProperty("beep.axon-server"),
            "BEEP_DATABASE_URL",
            "jdbc:postgresql://%s:%d/%s"
                .formatted(database.host(), database.port(), database.name()),
            "BEEP_DATABASE_USER",
            database.user(),
            "BEEP_DATABASE_PASSWORD",
            database.password(),
            "BEEP_SEARCH_URL",
            TestSearch.url().toString(),
            "BEEP_PUBLIC_URL",
            "http://localhost:" + address,
            "BEEP_IDENTITY_URL",
            "http://127.0.0.1:" + identityPort,
            "BEEP_IDENTITY_INTERNAL_URL",
            "http://127.0.0.1:" + internalPort,
            "BEEP_INTERNAL_SECRET",
            "0123456789abcdef0123456789abcdef",
            "BEEP_LIMITS",
            "off"));
    // The first of those that migrate does so alone, as in a deployment that waits for it.
    NodeProcess identity =
        start(
            IdentityNode.class,
            Map.of("BEEP_PORT", "" + identityPort, "BEEP_INTERNAL_PORT", "" + internalPort));
    NodeProcess projection = start(ProjectionNode.class);
    NodeProcess command = start(CommandNode.class);
    List.of(identity, projection, command).forEach(NodeProcess::awaitReady);
    NodeProcess query = start(QueryNode.class);
    NodeProcess gateway =
        start(GatewayNode.class, Map.of("BEEP_PORT", "" + gatewayPorts.getFirst()));
    NodeProcess otherCommand = start(CommandNode.class);
    List.of(query, gateway, otherCommand).forEach(NodeProcess::awaitReady);
    NodeProcess otherProjection = start(ProjectionNode.class);
    NodeProcess otherQuery = start(QueryNode.class);
    NodeProcess otherGateway =
        start(GatewayNode.class, Map.of("BEEP_PORT", "" + gatewayPorts.getLast()));
    List.of(otherProjection, otherQuery, otherGateway).forEach(NodeProcess::awaitReady);
    running(Switchboard.before(address, gatewayPorts));

    Path report = directory.resolve("report.json");
    File said = directory.resolve("bench.log").toFile();
    Process clients =
        NodeProcess.java(
                List.of("-Xmx256m", "-XX:+UseSerialGC"),
                "io.beep.loadtest.Bench",
                "--url",
                "http://localhost:" + address,
                "--members",
                "20",
                "--senders",
                "4",
                "--rate",
                RATE,
                "--warmup",
                "0",
                "--duration",
                "60",
                "--json",
                report.toString())
            .redirectErrorStream(true)
            .redirectOutput(said)
            .start();
    running(() -> clients.destroyForcibly().waitFor());
    awaitThatItGoesOn();
    for (NodeProcess doomed : List.of(command, gateway, projection, query)) {
      doomed.kill();
      awaitThatItGoesOn();
    }

    assertThat(clients.waitFor(3, TimeUnit.MINUTES)).isTrue();
    System.out.println(Files.readString(said.toPath()));
    assertThat(clients.exitValue())
        .as("0 when every stream brought every acknowledged message once and in order")
        .isZero();
    assertThat(otherProjection.metrics())
        .contains("beep_projection_running{processor=\"timeline\"} 1.0");
  }
}
