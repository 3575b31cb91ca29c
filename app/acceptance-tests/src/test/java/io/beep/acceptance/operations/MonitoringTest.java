package io.beep.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.BeepCommand;
import io.beep.acceptance.shared.BeepProcess;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.OnOwnBeep;
import io.beep.acceptance.shared.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard and the alerts of {@code deploy/monitoring} ask for what Beep measures. */
@OnOwnBeep
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonitoringTest {

  private static final Path MONITORING = BeepCommand.repository().resolve("deploy/monitoring");
  private static final Pattern ALERT =
      Pattern.compile("(?m)^ {8}expr: (?:>-\\R((?: {10}.*\\R)+)|(.+))$");

  private final Scrape scrape;

  MonitoringTest(BeepProcess running) {
    live(running.beep());
    scrape = Scrape.of(running.management().get("/metrics").requireSuccess().text());
  }

  /** A little of all that leaves traces. */
  private static void live(Beep beep) {
    Person person = beep.newcomer();
    Community community = person.foundPublic("Measured");
    person.say(community.text(), "hello");
    person.history(community.text(), "");
    assertThat(beep.get("/api/servers").status()).isEqualTo(401);
  }

  private static List<String> panels() throws IOException {
    JsonNode dashboard =
        JsonMapper.shared().readTree(MONITORING.resolve("grafana/dashboards/beep.json").toFile());
    List<String> expressions = new ArrayList<>();
    dashboard
        .get("panels")
        .forEach(
            panel ->
                panel.path("targets").forEach(one -> expressions.add(one.get("expr").asString())));
    return expressions;
  }

  private static List<String> alerts() throws IOException {
    String rules = Files.readString(MONITORING.resolve("alerts.yaml"));
    return ALERT
        .matcher(rules)
        .results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .toList();
  }

  private static Stream<String> expressions() throws IOException {
    return Stream.concat(panels().stream(), alerts().stream())
        .filter(expression -> !expression.startsWith("up{"))
        .distinct();
  }

  @Test
  void shouldHaveBoth() throws IOException {
    assertThat(panels()).hasSizeGreaterThan(30);
    assertThat(alerts()).hasSizeGreaterThan(15);
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void shouldAskForWhatIsThere(String expression) {
    assertThat(scrape.missingFor(expression)).isEmpty();
  }

  @Test
  void shouldNotTakeEverythingForThere() {
    assertThat(scrape.missingFor("rate(beep_feed_stream{instance=~\"$instance\"}[5m])"))
        .containsExactly("beep_feed_stream");
    assertThat(scrape.missingFor("beep_child_up{kind=\"search\"}"))
        .containsExactly("beep_child_up{kind}");
    assertThat(scrape.missingFor("beep_child_up{child=\"mail\"}"))
        .containsExactly("beep_child_up{child=\"mail\"}");
    assertThat(scrape.missingFor("sum by (kind) (beep_child_up)")).containsExactly("by kind");
  }
}
