package io.beep.app.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beep.app.operations.control.UsageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandaloneSettingsTest {

  private static final Path HOME = Path.of("home");

  @Test
  void shouldKnowWhatIsUsual() {
    StandaloneSettings settings = settings(Map.of());

    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.publicUrl()).isEqualTo("http://localhost:8080");
    assertThat(settings.dataDir()).isEqualTo(Path.of("data").toAbsolutePath());
    assertThat(settings.limits()).isTrue();
  }

  @Test
  void shouldBeToldOfByTheHelp() throws IOException {
    String source =
        Files.readString(
            Path.of(
                "src/main/java", StandaloneSettings.class.getName().replace('.', '/') + ".java"));
    List<String> settings =
        Pattern.compile("\"(--[a-z-]+|BEEP_[A-Z_]+)\"")
            .matcher(source)
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(settings).contains("--port", "BEEP_METRICS");
    assertThat(Files.readString(Path.of("../../beep")).split("\nTEXT\n")[0]).contains(settings);
  }

  @Test
  void shouldPreferOptionsToVariables() {
    Map<String, String> variables = Map.of("BEEP_PORT", "9000", "BEEP_DATA", "/var/beep");

    assertThat(settings(variables).port()).isEqualTo(9000);
    assertThat(settings(variables, "--port", "9001").port()).isEqualTo(9001);
    assertThat(settings(variables, "--data", "/srv/beep").dataDir())
        .isEqualTo(Path.of("/srv/beep"));
  }

  @Test
  void shouldTakeAPublicUrlWithoutItsSlash() {
    assertThat(settings(Map.of(), "--public-url", "https://chat.example.org/").publicUrl())
        .isEqualTo("https://chat.example.org");
  }

  @Test
  void shouldSwitchLimitsOffOnlyWhenAsked() {
    assertThat(settings(Map.of(), "--limits", "off").limits()).isFalse();
    assertThat(settings(Map.of(), "--limits", "on").limits()).isTrue();
  }

  @Test
  void shouldServeMetricsOnlyWhenAskedAndOnLoopbackUnlessAnAddressIsNamed() {
    assertThat(settings(Map.of()).metrics()).isNull();
    assertThat(settings(Map.of(), "--metrics", "9464").metrics())
        .isEqualTo(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9464));
    assertThat(settings(Map.of("BEEP_METRICS", "0.0.0.0:9464")).metrics())
        .isEqualTo(new InetSocketAddress("0.0.0.0", 9464));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--port 0",
        "--port 65536",
        "--port http",
        "--port",
        "--limits maybe",
        "--metrics",
        "--metrics 0",
        "--metrics no.such.host.invalid:9464",
        "--metrics 127.0.0.1:",
        "--public-url chat",
        "--public-url ftp://chat",
        "--loud"
      })
  void shouldRefuseWhatMakesNoSense(String line) {
    assertThatThrownBy(() -> settings(Map.of(), line.split(" ")))
        .isInstanceOf(UsageException.class)
        .hasMessageMatching(".{10,}");
  }

  private static StandaloneSettings settings(Map<String, String> variables, String... arguments) {
    return StandaloneSettings.of(List.of(arguments), variables, HOME);
  }
}
