package io.beep.identity.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * HTML with {@code {{name}}} where values go. Every value is escaped, and there is no way around
 * that; what differs in structure is a template of its own.
 */
final class Template {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([A-Za-z.-]+)}}");

  private final String text;

  private Template(String text) {
    this.text = text;
  }

  static Template load(String name) {
    return new Template(new String(bytes(name), StandardCharsets.UTF_8));
  }

  static byte[] bytes(String name) {
    String path = "/io/beep/identity/" + name;
    try (InputStream in = Template.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  String fill(Function<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    HtmlUtils.htmlEscape(values.apply(place.group(1)), "UTF-8")));
  }
}
