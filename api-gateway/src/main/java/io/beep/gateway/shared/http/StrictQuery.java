package io.beep.gateway.shared.http;

import io.beep.gateway.shared.json.Texts;
import io.beep.gateway.shared.problem.Problems;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query, decoded strictly: the usual decoders put U+FFFD in the place of what
 * is no UTF-8, and then nobody knows what was asked.
 */
final class StrictQuery {

  private static final int HEX = 16;

  private StrictQuery() {}

  /**
   * @throws io.beep.gateway.shared.problem.ProblemException for malformed UTF-8, for NUL, and for a
   *     name that is unknown or there twice
   */
  static Map<String, String> parse(@Nullable String raw, Operation operation) {
    Map<String, String> parameters = new HashMap<>();
    if (raw == null || raw.isEmpty()) {
      return parameters;
    }
    for (String pair : raw.split("&")) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals), List.of());
      String value = decode(equals < 0 ? "" : pair.substring(equals + 1), List.of(name));
      if (!operation.knows(name)) {
        throw Problems.invalid(name, "field.unknown", "There is no such parameter here.")
            .exception();
      }
      if (parameters.put(name, value) != null) {
        throw Problems.invalid(name, "field.repeated", "This parameter may be given once.")
            .exception();
      }
    }
    return parameters;
  }

  private static String decode(String text, List<String> blamed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '+') {
        bytes.write(' ');
      } else if (c == '%') {
        bytes.write(octet(text, i, blamed));
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return Texts.decode(bytes.toByteArray(), blamed);
  }

  private static int octet(String text, int at, List<String> blamed) {
    int high = at + 2 < text.length() ? Character.digit(text.charAt(at + 1), HEX) : -1;
    int low = at + 2 < text.length() ? Character.digit(text.charAt(at + 2), HEX) : -1;
    if (high < 0 || low < 0) {
      throw Problems.malformed(
              "request.malformed-escape", "The query has a broken % escape.", blamed)
          .exception();
    }
    return high * HEX + low;
  }
}
