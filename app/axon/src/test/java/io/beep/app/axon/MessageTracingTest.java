package io.beep.app.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.MessageKeys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.junit.jupiter.api.Test;

class MessageTracingTest {

  private record Greet() {}

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CALLER = "00f067aa0ba902b7";
  private static final String PARENT = "00-" + TRACE + "-" + CALLER + "-01";

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final Tracer collecting =
      SdkTracerProvider.builder()
          .addSpanProcessor(SimpleSpanProcessor.create(spans))
          .build()
          .get("test");
  private final AtomicReference<MetaData> ofEvents =
      new AtomicReference<>(MetaData.emptyInstance());

  private SimpleCommandBus bus(Tracer tracer) {
    SimpleCommandBus bus = SimpleCommandBus.builder().build();
    new Instruments(new SimpleMeterRegistry(), tracer)
        .ofCommands()
        .forEach(bus::registerHandlerInterceptor);
    var _ =
        bus.subscribe(
            Greet.class.getName(),
            command -> {
              ofEvents.set(CurrentUnitOfWork.get().getCorrelationData());
              return "hello";
            });
    return bus;
  }

  private static void send(SimpleCommandBus bus, Map<String, Object> metaData) {
    bus.dispatch(
        new GenericCommandMessage<>(new Greet(), metaData),
        (CommandCallback<Greet, Object>) (_, _) -> {});
  }

  private SpanData only() {
    List<SpanData> ended = spans.getFinishedSpanItems();
    assertThat(ended).hasSize(1);
    return ended.getFirst();
  }

  @Test
  void shouldJoinTheTraceAndHaveEventsJoinTheCommand() {
    send(bus(collecting), Map.of(MessageKeys.TRACE_PARENT, PARENT));

    assertThat(only().getName()).isEqualTo("command Greet");
    assertThat(only().getTraceId()).isEqualTo(TRACE);
    assertThat(only().getParentSpanId()).isEqualTo(CALLER);
    assertThat(ofEvents.get().get(MessageKeys.TRACE_PARENT))
        .isEqualTo("00-" + TRACE + "-" + only().getSpanId() + "-01");
  }

  @Test
  void shouldTellAFaultFromARefusal() {
    SimpleCommandBus bus = bus(collecting);
    var _ =
        bus.subscribe(
            Greet.class.getName(),
            command -> {
              throw new DomainException(new CommonError.NotFound("server"));
            });
    send(bus, Map.of(MessageKeys.TRACE_PARENT, PARENT));
    assertThat(only().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    spans.reset();

    var _ =
        bus.subscribe(
            Greet.class.getName(),
            command -> {
              throw new IllegalStateException("a fault");
            });
    send(bus, Map.of(MessageKeys.TRACE_PARENT, PARENT));
    assertThat(only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void shouldTraceNothingThatBearsNoTrace() {
    send(bus(collecting), Map.of());

    assertThat(spans.getFinishedSpanItems()).isEmpty();
    assertThat(ofEvents.get()).doesNotContainKey(MessageKeys.TRACE_PARENT);
  }

  @Test
  void shouldNotBeThereWhereNothingIsCollected() {
    Tracer none = TracerProvider.noop().get("test");

    assertThat(new Instruments(new SimpleMeterRegistry(), none).ofCommands())
        .noneMatch(MessageTracing.class::isInstance);
    send(bus(none), Map.of(MessageKeys.TRACE_PARENT, PARENT));
    assertThat(ofEvents.get().get(MessageKeys.TRACE_PARENT)).isEqualTo(PARENT);
  }
}
