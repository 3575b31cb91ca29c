package io.beep.app.distributed;

import io.beep.app.operations.logging.LogSetup;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One process of the distributed product: its parts, ended in the reverse order of their start. */
public final class Node implements AutoCloseable {

  /** What a shell gives for a command that was called wrongly. */
  private static final int EXIT_WRONG_SETTINGS = 2;

  private static final int EXIT_NOT_STARTED = 1;

  private static final Logger LOG = LoggerFactory.getLogger(Node.class);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final String name;

  public Node(String name) {
    this.name = name;
  }

  /** How a node starts its parts. */
  @FunctionalInterface
  public interface Start {
    void parts(Node node, Settings settings) throws Exception;
  }

  /**
   * Runs a node until the process is told to end. Wrong settings are one line and exit code 2, any
   * other failure to start is logged, and exit code 1.
   */
  public static void main(String name, Start start) {
    logAsJson(name);
    Node node = new Node(name);
    try {
      long began = System.nanoTime();
      start.parts(node, new Settings(System.getenv()));
      Runtime.getRuntime().addShutdownHook(new Thread(node::close, "shutdown"));
      LOG.info("{} is up after {} ms", name, (System.nanoTime() - began) / 1_000_000);
    } catch (Exception e) {
      node.close();
      Throwable root = root(e);
      if (root instanceof SettingsException) {
        System.err.println("beep " + name + ": " + root.getMessage());
        System.exit(EXIT_WRONG_SETTINGS);
      }
      LOG.error("{} did not start", name, e);
      System.err.println("beep " + name + ": did not start: " + root);
      System.exit(EXIT_NOT_STARTED);
    }
  }

  /** To be called before the first context starts, since Boot reads it then. */
  public static void logAsJson(String name) {
    LogSetup.toConsole(name);
    // A failure to start is logged once, here, and a wrong setting not at all.
    System.setProperty("logging.level.org.springframework.boot.SpringApplication", "OFF");
    System.setProperty("logging.level.org.springframework.context.annotation", "ERROR");
    System.setProperty(
        "logging.level.io.axoniq.axonserver.connector", System.getProperty("beep.log", "WARN"));
  }

  /** Notes that the part has started; it ends with the node. */
  public <T extends AutoCloseable> T started(T part) {
    parts.push(part);
    return part;
  }

  /** A context with properties of its own: nothing of another may leak into it. */
  public SpringApplicationBuilder context(
      Class<?> configuration, WebApplicationType type, Map<String, Object> properties) {
    return new SpringApplicationBuilder(configuration)
        .web(type)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .registerShutdownHook(false)
        .initializers(
            context ->
                context
                    .getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("node-" + name, properties)));
  }

  /** Starts a context that serves no HTTP and knows the settings. */
  public ConfigurableApplicationContext start(Class<?> configuration, Settings settings) {
    return started(
        context(configuration, WebApplicationType.NONE, Map.of())
            .properties("spring.config.name=" + name)
            .initializers(
                context -> context.getBeanFactory().registerSingleton("settings", settings))
            .run());
  }

  private static Throwable root(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("{} did not end in order", part.getClass().getSimpleName(), e);
      }
    }
  }
}
