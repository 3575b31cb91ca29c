package io.beep.app.distributed;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the one who runs a node chose, out of its environment. Every reading throws {@link
 * SettingsException} that names the variable when it is missing or wrong.
 */
public final class Settings {

  private static final int MOST_PORT = 65_535;

  private final Map<String, String> environment;

  public Settings(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  public String text(String name) {
    return find(name)
        .orElseThrow(() -> new SettingsException("The variable " + name + " is not set."));
  }

  public String text(String name, String usual) {
    return find(name).orElse(usual);
  }

  public boolean has(String name) {
    return find(name).isPresent();
  }

  /** Whole milliseconds, bytes or a count: from 1 up. */
  public int number(String name, int usual) {
    String text = text(name, String.valueOf(usual));
    try {
      int number = Integer.parseInt(text);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number that is too small.
    }
    throw new SettingsException(name + " must be a number from 1 up, not " + text + ".");
  }

  public int port(String name, int usual) {
    int port = number(name, usual);
    if (port > MOST_PORT) {
      throw new SettingsException(name + " must be a port from 1 to 65535, not " + port + ".");
    }
    return port;
  }

  /** An address with {@code http} or {@code https}, given without a slash at its end. */
  public URI url(String name) {
    String text = text(name);
    try {
      URI url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      if (("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
          && url.getHost() != null) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // Said below, as for an address of another kind.
    }
    throw new SettingsException(name + " must be an address like http://host:8080, not " + text);
  }

  /** The variable itself, or the contents of the file that {@code NAME_FILE} names. */
  public String secret(String name) {
    return findSecret(name)
        .orElseThrow(
            () -> new SettingsException("Neither " + name + " nor " + name + "_FILE is set."));
  }

  public Optional<String> findSecret(String name) {
    Optional<String> file = find(name + "_FILE");
    return file.isPresent() ? Optional.of(contents(name + "_FILE", file.get())) : find(name);
  }

  /** True for {@code on}, false for {@code off}. */
  public boolean isOn(String name, boolean usual) {
    String text = text(name, usual ? "on" : "off");
    return switch (text) {
      case "on" -> true;
      case "off" -> false;
      default -> throw new SettingsException(name + " is on or off, not " + text + ".");
    };
  }

  private Optional<String> find(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private static String contents(String name, String file) {
    try {
      String text = Files.readString(Path.of(file)).strip();
      if (!text.isEmpty()) {
        return text;
      }
    } catch (IOException e) {
      throw new SettingsException("The file that " + name + " names cannot be read: " + file);
    }
    throw new SettingsException("The file that " + name + " names is empty: " + file);
  }
}
