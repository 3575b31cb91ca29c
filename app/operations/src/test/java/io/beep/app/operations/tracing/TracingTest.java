package io.beep.app.operations.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.env.PropertySourcesPropertyResolver;

class TracingTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN = "00f067aa0ba902b7";
  private static final Duration SOON = Duration.ofSeconds(10);

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

  /** The span of a request whose client sent a {@code traceparent}. */
  private static Span joined(Tracing tracing, String trace, TraceFlags wish) {
    return tracing
        .openTelemetry()
        .getTracer("test")
        .spanBuilder("POST")
        .setParent(
            Context.root()
                .with(
                    Span.wrap(
                        SpanContext.createFromRemoteParent(
                            trace, SPAN, wish, TraceState.getDefault()))))
        .startSpan();
  }

  private static boolean isKept(Tracing tracing, String trace, TraceFlags wish) {
    Span span = joined(tracing, trace, wish);
    span.end();
    return span.getSpanContext().isSampled();
  }

  private List<SpanData> sent() {
    return await().atMost(SOON).until(exporter::getFinishedSpanItems, spans -> !spans.isEmpty());
  }

  @Nested
  class WhenTracesAreCollected {

    @Test
    void shouldKeepWhatTheBrowserDidNotKeepItself() {
      try (Tracing tracing = Tracing.to(exporter, "gateway", 1)) {
        assertThat(isKept(tracing, TRACE, TraceFlags.getDefault())).isTrue();

        assertThat(sent())
            .singleElement()
            .satisfies(
                span -> {
                  assertThat(span.getTraceId()).isEqualTo(TRACE);
                  assertThat(span.getParentSpanId()).isEqualTo(SPAN);
                  assertThat(
                          span.getResource().getAttribute(AttributeKey.stringKey("service.name")))
                      .isEqualTo("gateway");
                });
      }
    }

    @Test
    void shouldNotKeepMoreBecauseAClientWishesIt() {
      try (Tracing tracing = Tracing.to(exporter, "gateway", 0)) {
        assertThat(isKept(tracing, TRACE, TraceFlags.getSampled())).isFalse();
      }
    }

    @Test
    void shouldDecideAlikeOnEveryNode() {
      try (Tracing gateway = Tracing.to(exporter, "gateway", 0.5);
          Tracing command = Tracing.to(InMemorySpanExporter.create(), "command", 0.5)) {
        List<String> traces =
            LongStream.range(0, 200)
                .mapToObj(number -> "%032x".formatted(1 + number * 0x0123_4567_89ab_cdefL))
                .toList();

        List<String> kept =
            traces.stream()
                .filter(trace -> isKept(gateway, trace, TraceFlags.getDefault()))
                .toList();

        assertThat(kept).hasSizeBetween(60, 140);
        assertThat(traces)
            .filteredOn(trace -> isKept(command, trace, TraceFlags.getSampled()))
            .isEqualTo(kept);
      }
    }
  }

  @Nested
  class WhenTheEnvironmentDecides {

    private static PropertyResolver environment(Map<String, Object> values) {
      MutablePropertySources sources = new MutablePropertySources();
      sources.addFirst(new MapPropertySource("test", values));
      return new PropertySourcesPropertyResolver(sources);
    }

    @Test
    void shouldCollectNothingWithoutAnAddress() {
      try (Tracing tracing = Tracing.of(environment(Map.of(Tracing.RATIO, "1")), "gateway")) {
        assertThat(tracing.openTelemetry()).isSameAs(OpenTelemetry.noop());
      }
    }

    @Test
    void shouldKeepTheConfiguredShare() {
      Map<String, Object> collector = Map.of(Tracing.ENDPOINT, "http://127.0.0.1:9/");
      Map<String, Object> none = Map.of(Tracing.ENDPOINT, "http://127.0.0.1:9", Tracing.RATIO, "0");
      try (Tracing all = Tracing.of(environment(collector), "gateway");
          Tracing nothing = Tracing.of(environment(none), "gateway")) {
        assertThat(joined(all, TRACE, TraceFlags.getDefault()).getSpanContext().isSampled())
            .isTrue();
        assertThat(joined(nothing, TRACE, TraceFlags.getSampled()).getSpanContext().isSampled())
            .isFalse();
      }
    }
  }
}
