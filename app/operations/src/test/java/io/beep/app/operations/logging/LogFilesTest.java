package io.beep.app.operations.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The configuration itself, as Boot loads it. */
class LogFilesTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path directory;

  private final LoggerContext context = new LoggerContext();

  @BeforeEach
  void configure() throws JoranException {
    context.setMDCAdapter(MDC.getMDCAdapter());
    context.putProperty("beep.log.dir", directory.toString());
    context.putProperty("beep.log.service", "beep");
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(
        Objects.requireNonNull(LogFilesTest.class.getResource("files.xml"), "no configuration"));
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  private List<String> messages(String file) throws IOException {
    Path path = directory.resolve(file);
    try (Stream<String> lines = Files.lines(path)) {
      return lines.map(JSON::readTree).map(LogFilesTest::message).toList();
    }
  }

  private static String message(JsonNode line) {
    return line.path("message").asString();
  }

  @Test
  void shouldGiveEachKindAFileOfItsOwn() throws IOException {
    context.getLogger("io.beep.access").info("a request");
    context.getLogger("io.beep.audit").info("a sign-in");
    context.getLogger("io.beep.app").info("news");
    context.getLogger("io.beep.app").error("a fault");

    assertThat(messages("access.log")).containsExactly("a request");
    assertThat(messages("audit.log")).containsExactly("a sign-in");
    assertThat(messages("error.log")).containsExactly("a fault");
    assertThat(messages("beep.log")).containsExactly("news", "a fault");
  }

  @Test
  void shouldBoundEveryFile() {
    List<RollingFileAppender<?>> files = new ArrayList<>();
    for (Logger logger : context.getLoggerList()) {
      logger
          .iteratorForAppenders()
          .forEachRemaining(
              appender -> {
                if (appender instanceof RollingFileAppender<?> file && !files.contains(file)) {
                  files.add(file);
                }
              });
    }

    assertThat(files).hasSize(4);
    assertThat(files)
        .allSatisfy(
            file -> {
              assertThat(file.getRollingPolicy()).isInstanceOf(SizeAndTimeBasedRollingPolicy.class);
              var policy = (SizeAndTimeBasedRollingPolicy<?>) file.getRollingPolicy();
              assertThat(policy.getMaxHistory()).isPositive();
              assertThat(policy).extracting("totalSizeCap.size").isNotEqualTo(0L);
            });
  }
}
