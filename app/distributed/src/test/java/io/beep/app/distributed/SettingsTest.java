package io.beep.app.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsTest {

  private static final Map<String, String> DATABASE =
      Map.of(
          "BEEP_DATABASE_URL", "jdbc:postgresql://db:5433/beep",
          "BEEP_DATABASE_USER", "beep",
          "BEEP_DATABASE_PASSWORD", "secret");

  private static Settings settings(String name, String value) {
    return new Settings(Map.of(name, value));
  }

  private static void assertRefused(ThrowingCallable reading, String message) {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(reading)
        .withMessageContaining(message)
        .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("\n"));
  }

  @Test
  void shouldNameWhatIsMissing() {
    assertRefused(() -> new Settings(Map.of()).text("BEEP_AXON_SERVER"), "BEEP_AXON_SERVER");
    assertRefused(() -> settings("BEEP_AXON_SERVER", " ").text("BEEP_AXON_SERVER"), "is not set");
    assertRefused(() -> new Settings(Map.of()).secret("BEEP_X"), "Neither BEEP_X nor BEEP_X_FILE");
  }

  @Test
  void shouldRefuseWhatIsWrong() {
    assertRefused(() -> settings("P", "99999").port("P", 1), "99999");
    assertRefused(() -> settings("P", "http").port("P", 1), "http");
    assertRefused(() -> settings("U", "identity:9000").url("U"), "identity:9000");
    assertRefused(() -> settings("L", "yes").isOn("L", true), "on or off");
    assertRefused(
        () -> InternalSecret.of(settings("BEEP_INTERNAL_SECRET", "short")), "32 characters");
  }

  @Test
  void shouldTakeASecretOutOfAFile(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("secret"), "from a file\n");

    assertThat(settings("BEEP_X_FILE", file.toString()).secret("BEEP_X")).isEqualTo("from a file");
    assertRefused(
        () -> settings("BEEP_X_FILE", directory.resolve("none").toString()).secret("BEEP_X"),
        "BEEP_X_FILE");
  }

  @Test
  void shouldReadTheAddressOfTheDatabase() {
    Databases database = Databases.of(new Settings(DATABASE));

    assertThat(database).isEqualTo(new Databases("db", 5433, "beep", "beep", "secret"));
    assertThat(database.toString()).doesNotContain("secret");
  }

  @Test
  void shouldRefuseAnotherKindOfDatabase() {
    assertRefused(
        () -> Databases.of(settings("BEEP_DATABASE_URL", "jdbc:mysql://db/beep")),
        "BEEP_DATABASE_URL");
    assertRefused(
        () -> Databases.of(settings("BEEP_DATABASE_URL", "jdbc:postgresql://db")),
        "BEEP_DATABASE_URL");
  }
}
