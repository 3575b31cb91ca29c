package io.beep.app.operations.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes each event as one JSON object on a line of its own: {@code timestamp} (UTC), {@code
 * level}, {@code service}, {@code containerId}, {@code logger}, {@code thread}, {@code message},
 * then what is known of the command, query or event that is being handled, then what the statement
 * says besides, and {@code error} with {@code type}, {@code message} and {@code stack}.
 */
public final class JsonLines extends EncoderBase<ILoggingEvent> {

  /** Longer ones tell no more, and a line must fit into what gathers lines. */
  private static final int LONGEST_TEXT = 16 * 1024;

  private static final int USUAL_LINE = 512;
  private static final byte[] NOTHING = {};

  private final JsonFactory json = new JsonFactory();
  private String service = "beep";
  private String containerId = "";

  /** Set from the configuration. */
  public void setService(String name) {
    service = name;
  }

  @Override
  public void start() {
    containerId = ContainerId.find();
    super.start();
  }

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    ByteArrayOutputStream line = new ByteArrayOutputStream(USUAL_LINE);
    try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), line)) {
      out.writeStartObject();
      fields(event).forEach((name, value) -> write(out, name, value));
      IThrowableProxy failure = event.getThrowableProxy();
      if (failure != null) {
        write(out, failure);
      }
      out.writeEndObject();
    }
    line.write('\n');
    return line.toByteArray();
  }

  /** Later ones never replace earlier ones, so that no statement can pretend to be another. */
  private Map<String, Object> fields(ILoggingEvent event) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("timestamp", event.getInstant());
    fields.put("level", event.getLevel());
    fields.put("service", service);
    fields.put("containerId", containerId);
    fields.put("logger", event.getLoggerName());
    fields.put("thread", event.getThreadName());
    fields.put("message", event.getFormattedMessage());
    MessageContext.current().forEach(fields::putIfAbsent);
    event.getMDCPropertyMap().forEach(fields::putIfAbsent);
    if (event.getKeyValuePairs() != null) {
      for (KeyValuePair pair : event.getKeyValuePairs()) {
        if (pair.value != null) {
          fields.putIfAbsent(pair.key, pair.value);
        }
      }
    }
    return fields;
  }

  private static void write(JsonGenerator out, String name, Object value) {
    out.writeName(name);
    switch (value) {
      case Integer number -> out.writeNumber(number);
      case Long number -> out.writeNumber(number);
      case Double number -> out.writeNumber(number);
      case Boolean truth -> out.writeBoolean(truth);
      default -> out.writeString(cut(value.toString()));
    }
  }

  private static void write(JsonGenerator out, IThrowableProxy failure) {
    out.writeName("error");
    out.writeStartObject();
    out.writeName("type");
    out.writeString(failure.getClassName());
    out.writeName("message");
    out.writeString(cut(failure.getMessage()));
    out.writeName("stack");
    out.writeString(cut(ThrowableProxyUtil.asString(failure)));
    out.writeEndObject();
  }

  private static String cut(@Nullable String text) {
    if (text == null) {
      return "";
    }
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
  }
}
