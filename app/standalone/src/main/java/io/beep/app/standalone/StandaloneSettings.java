package io.beep.app.standalone;

import io.beep.app.operations.control.UsageException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operator chose.
 *
 * @param port of the one address that browsers and programs use
 * @param dataDir holds everything that must outlive the process
 * @param home holds what was built: {@code lib}, {@code search}, {@code web}
 * @param publicUrl as people type it; no slash at the end
 * @param limits whether rates are limited
 * @param metrics where metrics are served, null for nowhere
 */
record StandaloneSettings(
    int port,
    Path dataDir,
    Path home,
    String publicUrl,
    boolean limits,
    @Nullable InetSocketAddress metrics) {

  static final int USUAL_PORT = 8080;

  /**
   * Options win over variables, and both over what is usual.
   *
   * @throws UsageException for what is no option, or no value of one
   */
  static StandaloneSettings of(List<String> arguments, Map<String, String> environment, Path home) {
    Deque<String> rest = new ArrayDeque<>(arguments);
    String port = environment.getOrDefault("BEEP_PORT", String.valueOf(USUAL_PORT));
    String data = environment.getOrDefault("BEEP_DATA", "data");
    String limits = "on";
    String url = environment.get("BEEP_PUBLIC_URL");
    String metrics = environment.get("BEEP_METRICS");
    while (!rest.isEmpty()) {
      String option = rest.pop();
      switch (option) {
        case "--port" -> port = value(option, rest);
        case "--data" -> data = value(option, rest);
        case "--limits" -> limits = value(option, rest);
        case "--public-url" -> url = value(option, rest);
        case "--metrics" -> metrics = value(option, rest);
        default -> throw new UsageException("There is no option " + option + ". See ./beep help.");
      }
    }
    int portNumber = portNumber(port);
    return new StandaloneSettings(
        portNumber,
        Path.of(data).toAbsolutePath().normalize(),
        home,
        publicUrl(url, portNumber),
        areOn(limits),
        metricsAddress(metrics));
  }

  private static String value(String option, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new UsageException("The option " + option + " needs a value.");
    }
    return rest.pop();
  }

  private static int portNumber(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number that is no port.
    }
    throw new UsageException("A port is a number from 1 to 65535, not " + text + ".");
  }

  private static boolean areOn(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "on" -> true;
      case "off" -> false;
      default -> throw new UsageException("--limits is on or off, not " + text + ".");
    };
  }

  /** {@code 9464}, which is of loopback, or {@code 10.0.0.5:9464}. */
  private static @Nullable InetSocketAddress metricsAddress(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    int colon = text.lastIndexOf(':');
    int port = portNumber(text.substring(colon + 1));
    InetSocketAddress address =
        colon < 0
            ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port)
            : new InetSocketAddress(text.substring(0, colon), port);
    if (address.isUnresolved()) {
      throw new UsageException("--metrics is a port, or an address and a port, not " + text + ".");
    }
    return address;
  }

  private static String publicUrl(@Nullable String url, int port) {
    if (url == null || url.isBlank()) {
      return "http://localhost:" + port;
    }
    if (!url.matches("https?://[^/\\s]+/?")) {
      throw new UsageException("A public URL is like https://chat.example.org, not " + url + ".");
    }
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
