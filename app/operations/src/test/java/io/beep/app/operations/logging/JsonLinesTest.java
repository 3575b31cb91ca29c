package io.beep.app.operations.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import io.beep.coreapi.shared.MessageKeys;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLinesTest {

  private static final JsonMapper JSON = new JsonMapper();

  private final LoggerContext context = new LoggerContext();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Logger log = context.getLogger("io.beep.probe");

  @BeforeEach
  void start() {
    JsonLines lines = new JsonLines();
    lines.setContext(context);
    lines.setService("gateway-node");
    lines.start();
    OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    appender.setContext(context);
    appender.setEncoder(lines);
    appender.setOutputStream(written);
    appender.start();
    context.getLogger("ROOT").addAppender(appender);
    context.setMDCAdapter(MDC.getMDCAdapter());
  }

  @AfterEach
  void stop() {
    MDC.clear();
    context.stop();
  }

  private List<JsonNode> lines() {
    return written.toString(StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
  }

  private JsonNode line() {
    assertThat(lines()).hasSize(1);
    return lines().getFirst();
  }

  @Test
  void shouldSayWhenWhereAndWhat() {
    Instant before = Instant.now();
    log.atWarn().addKeyValue("millis", 12L).addKeyValue("path", "/api").log("it took {}", "long");

    JsonNode line = line();
    assertThat(Instant.parse(line.path("timestamp").asString())).isBetween(before, Instant.now());
    assertThat(line.path("level").asString()).isEqualTo("WARN");
    assertThat(line.path("service").asString()).isEqualTo("gateway-node");
    assertThat(line.path("containerId").asString()).isNotBlank();
    assertThat(line.path("logger").asString()).isEqualTo("io.beep.probe");
    assertThat(line.path("message").asString()).isEqualTo("it took long");
    assertThat(line.path("millis").isIntegralNumber()).isTrue();
    assertThat(line.path("path").asString()).isEqualTo("/api");
  }

  @Test
  void shouldKeepEachEventOnALineOfItsOwn() {
    log.info("first\n{\"level\":\"forged\"}\r\n\u2028");
    log.info("second");

    assertThat(lines()).hasSize(2);
    assertThat(lines().getFirst().path("level").asString()).isEqualTo("INFO");
  }

  @Test
  void shouldNotLetAFieldPretendToBeAnother() {
    log.atInfo().addKeyValue("level", "ERROR").addKeyValue("service", "other").log("told");

    assertThat(line().path("level").asString()).isEqualTo("INFO");
    assertThat(line().path("service").asString()).isEqualTo("gateway-node");
  }

  @Test
  void shouldLeaveOutWhatIsNotKnown() {
    Object nobody = null;
    log.atInfo().addKeyValue("userId", nobody).log("told");

    assertThat(line().has("userId")).isFalse();
  }

  @Test
  void shouldTellWhatWentWrong() {
    log.error("failed", new IllegalStateException("no more", new RuntimeException("room")));

    JsonNode error = line().path("error");
    assertThat(error.path("type").asString()).isEqualTo("java.lang.IllegalStateException");
    assertThat(error.path("message").asString()).isEqualTo("no more");
    assertThat(error.path("stack").asString()).contains("Caused by", "room", "JsonLinesTest");
  }

  @Test
  void shouldCutWhatIsTooLong() {
    log.info("x".repeat(1_000_000));

    assertThat(line().path("message").asString()).hasSizeLessThan(20_000);
  }

  @Test
  void shouldKnowWhichRequestAndWhoWhileAMessageIsHandled() {
    var command =
        GenericCommandMessage.asCommandMessage("do it")
            .withMetaData(Map.of(MessageKeys.REQUEST_ID, "r-1", MessageKeys.ACTOR, "u-1"));

    DefaultUnitOfWork.startAndGet(command).execute(() -> log.info("within"));
    log.info("after");

    assertThat(lines().getFirst().path("requestId").asString()).isEqualTo("r-1");
    assertThat(lines().getFirst().path("userId").asString()).isEqualTo("u-1");
    assertThat(lines().getLast().has("requestId")).isFalse();
  }

  @Test
  void shouldTakeUpWhatTheThreadKnows() {
    MDC.put("requestId", "r-2");
    log.info("within");

    assertThat(line().path("requestId").asString()).isEqualTo("r-2");
  }
}
