package io.beep.loadtest;

import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The cookies of one browser, for one origin. The JDK's own jar would not send a {@code Secure}
 * cookie to {@code http://localhost}, which browsers do.
 */
final class Cookies {

  private final Map<String, String> values = new ConcurrentHashMap<>();

  void take(HttpHeaders headers) {
    for (String cookie : headers.allValues("Set-Cookie")) {
      String pair = cookie.split(";", 2)[0];
      int equals = pair.indexOf('=');
      if (equals <= 0) {
        continue;
      }
      String name = pair.substring(0, equals).strip();
      String value = pair.substring(equals + 1).strip();
      if (value.isEmpty() || cookie.toLowerCase(Locale.ROOT).contains("max-age=0")) {
        values.remove(name);
      } else {
        values.put(name, value);
      }
    }
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** The value of the {@code Cookie} header. */
  String header() {
    return values.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }
}
