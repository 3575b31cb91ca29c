package io.beep.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.shared.UserId;
import io.beep.gateway.fixture.GatewayNode;
import io.beep.gateway.fixture.GatewayNode.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every code that a client can get is explained, at the address that its {@code type} is. */
class ProblemPagesTest {

  /** How codes are written in the code, each with what follows what it captures. */
  private static final Map<String, String> CODES =
      Map.of(
          "(?:malformed|new Problem|Problem\\.of)\\(\\s*(?:[\\w.]+,\\s*)?\"([a-z0-9.-]+)\"", "",
          "[iI]nvalid\\(\\s*[\\w()]+,\\s*\"([a-z0-9.-]+)\"", "",
          "FieldError\\([^,;]+,\\s*\"([a-z0-9.-]+)\"", "",
          "faults\\.add\\(\\s*\"\\w+\",\\s*\"([a-z0-9.-]+)\"", "",
          "static final String [A-Z_]+ = \"((?:sign-in|csrf)\\.[a-z-]+)\"", "",
          "String code\\(\\) \\{\\s*return \"([a-z0-9.-]+)\";", "",
          "[nN]otFound\\(\"([a-z-]+)\"\\)", ".not-found",
          "request\\.id\\([^;]*\"([a-z-]+)\"\\)", ".not-found",
          "navailable\\(\"([a-z-]+)\"\\)", ".unavailable");

  /** What the code puts together. */
  private static final Set<String> PUT_TOGETHER =
      Set.of("registration.first-name-invalid", "registration.last-name-invalid");

  private static final Pattern LISTED = Pattern.compile("<dt><a href=\"/problems/([a-z0-9.-]+)\">");

  @TempDir static Path web;

  private static GatewayNode node;

  @BeforeAll
  static void start() {
    node = new GatewayNode(web);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static Reply page(String address) {
    return node.send(node.anonymous(address).header("Accept", "text/html"));
  }

  @Test
  void shouldExplainTheTypeOfARefusal() {
    Reply refusal = node.send("POST", "/api/servers", new UserId(node.ids().next()), "[]");

    Reply page = page(refusal.json().path("type").asString());

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.response().body())
        .contains("<code>" + refusal.code() + "</code>", "HTTP 400", "What to do");
  }

  @Test
  void shouldExplainEveryCodeThatThereIsAndNoOther() {
    Set<String> expected = new TreeSet<>(PUT_TOGETHER);
    sources().forEach(source -> CODES.forEach((form, end) -> collect(form, end, source, expected)));

    Set<String> listed = new TreeSet<>();
    collect(LISTED.pattern(), "", page("/problems").response().body(), listed);

    assertThat(listed).isEqualTo(expected);
    // One of each form: a pattern that has come to match nothing would prove nothing.
    assertThat(expected)
        .contains(
            "request.nul",
            "address.not-found",
            "csrf.invalid",
            "field.invalid",
            "field.required",
            "registration.password-common",
            "sign-in.limited",
            "message.too-long",
            "membership.not-found",
            "channel.not-found",
            "read-model.unavailable");
  }

  @Test
  void shouldServeItsStyleFromThisOriginAlone() {
    assertThat(page("/problems").response().body()).contains("/problems/problems.css");
    assertThat(page("/problems/problems.css").header("Content-Type")).startsWith("text/css");
  }

  @Test
  void shouldKnowNothingElse() {
    assertThat(page("/problems/message.unheard-of").status()).isEqualTo(404);
    assertThat(node.send(node.anonymous("/problems").POST(BodyPublishers.noBody())).status())
        .isEqualTo(405);
  }

  private static void collect(String form, String end, String text, Set<String> codes) {
    Matcher code = Pattern.compile(form).matcher(text);
    while (code.find()) {
      codes.add(code.group(1) + end);
    }
  }

  /** The main sources of every module; tests run in the directory of theirs. */
  private static Set<String> sources() {
    return Stream.of("..", "../app")
        .flatMap(modules -> in(Path.of(modules), 1))
        .map(module -> module.resolve("src/main/java/io/beep"))
        .filter(Files::isDirectory)
        .flatMap(sources -> in(sources, Integer.MAX_VALUE))
        .filter(file -> file.toString().endsWith(".java"))
        .map(ProblemPagesTest::text)
        .collect(Collectors.toSet());
  }

  private static Stream<Path> in(Path directory, int depth) {
    try (Stream<Path> found = Files.walk(directory, depth)) {
      return found.toList().stream();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
