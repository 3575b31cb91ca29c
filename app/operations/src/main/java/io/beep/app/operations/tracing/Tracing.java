package io.beep.app.operations.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.PropertyResolver;

/**
 * The traces of a node. What cannot be sent in time is dropped, never waited for.
 *
 * <p>Whether a trace is kept is decided by its id alone, so that all nodes decide alike; what a
 * client wishes in its {@code traceparent} decides nothing, since anyone may write one.
 */
public final class Tracing implements AutoCloseable {

  static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
  static final String TRACES_ENDPOINT = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
  static final String HEADERS = "OTEL_EXPORTER_OTLP_HEADERS";
  static final String RATIO = "OTEL_TRACES_SAMPLER_ARG";

  private static final Logger LOG = LoggerFactory.getLogger(Tracing.class);

  private static final String TRACES = "/v1/traces";
  private static final Duration SEND_LIMIT = Duration.ofSeconds(5);
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
  private static final Duration SEND_EVERY = Duration.ofSeconds(1);
  private static final long END_SECONDS = 5;

  /** Spans that wait to be sent, some 1 KB each. */
  private static final int WAITING = 8_192;

  private static final int SENT_AT_ONCE = 1_024;

  private static final Tracing NONE = new Tracing(OpenTelemetry.noop(), null);

  private final OpenTelemetry telemetry;
  private final @Nullable SdkTracerProvider provider;

  private Tracing(OpenTelemetry telemetry, @Nullable SdkTracerProvider provider) {
    this.telemetry = telemetry;
    this.provider = provider;
  }

  /**
   * As the environment says.
   *
   * @param service what the traces are said to come from
   */
  public static Tracing of(PropertyResolver environment, String service) {
    String endpoint = endpoint(environment);
    if (endpoint == null) {
      return NONE;
    }
    LOG.info("traces are sent to {}", endpoint);
    OtlpHttpSpanExporterBuilder exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(endpoint)
            .setConnectTimeout(CONNECT_LIMIT)
            .setTimeout(SEND_LIMIT);
    for (String header : environment.getProperty(HEADERS, "").split(",")) {
      int equals = header.indexOf('=');
      if (equals > 0) {
        exporter.addHeader(
            header.substring(0, equals).strip(), header.substring(equals + 1).strip());
      }
    }
    return to(exporter.build(), service, environment.getProperty(RATIO, Double.class, 1.0));
  }

  private static @Nullable String endpoint(PropertyResolver environment) {
    String traces = environment.getProperty(TRACES_ENDPOINT, "");
    if (!traces.isBlank()) {
      return traces;
    }
    String all = environment.getProperty(ENDPOINT, "");
    if (all.isBlank()) {
      return null;
    }
    return (all.endsWith("/") ? all.substring(0, all.length() - 1) : all) + TRACES;
  }

  /**
   * @param ratio of the traces that are kept, from 0 to 1
   */
  static Tracing to(SpanExporter exporter, String service, double ratio) {
    SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .setResource(
                Resource.getDefault()
                    .merge(
                        Resource.create(
                            Attributes.of(AttributeKey.stringKey("service.name"), service))))
            .setSampler(Sampler.traceIdRatioBased(ratio))
            .addSpanProcessor(
                BatchSpanProcessor.builder(exporter)
                    .setMaxQueueSize(WAITING)
                    .setMaxExportBatchSize(SENT_AT_ONCE)
                    .setScheduleDelay(SEND_EVERY)
                    .setExporterTimeout(SEND_LIMIT)
                    .build())
            .build();
    return new Tracing(OpenTelemetrySdk.builder().setTracerProvider(provider).build(), provider);
  }

  public OpenTelemetry openTelemetry() {
    return telemetry;
  }

  /** Sends what still waits, for a few seconds. */
  @Override
  public void close() {
    SdkTracerProvider present = provider;
    if (present != null && !present.shutdown().join(END_SECONDS, TimeUnit.SECONDS).isSuccess()) {
      LOG.warn("not all traces could be sent");
    }
  }
}
