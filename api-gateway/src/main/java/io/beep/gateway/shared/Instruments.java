package io.beep.gateway.shared;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;

/**
 * What the gateway measures and traces itself with. The tracer is one that does nothing where no
 * traces are collected.
 */
public record Instruments(MeterRegistry meters, Tracer tracer) {}
