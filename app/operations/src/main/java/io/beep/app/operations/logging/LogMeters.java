package io.beep.app.operations.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.LoggerFactory;

/** Counts what is logged as a warning or an error. */
public final class LogMeters extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private final Counter warnings;
  private final Counter errors;

  private LogMeters(MeterRegistry registry) {
    warnings = counter("warn", registry);
    errors = counter("error", registry);
  }

  private static Counter counter(String level, MeterRegistry registry) {
    return Counter.builder("beep.log.events")
        .description("Lines of the log")
        .tag("level", level)
        .register(registry);
  }

  /** Counts until it is closed. */
  public static LogMeters start(MeterRegistry registry) {
    LogMeters meters = new LogMeters(registry);
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    meters.setContext(context);
    meters.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(meters);
    return meters;
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
      errors.increment();
    } else if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
      warnings.increment();
    }
  }

  @Override
  public void close() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(this);
    stop();
  }
}
