/**
 * Traces from the browser to the feed, sent by OTLP to wherever the operator's environment says by
 * the names that OpenTelemetry has given its variables; nowhere, and at no cost, unless it says so.
 */
@NullMarked
package io.beep.app.operations.tracing;

import org.jspecify.annotations.NullMarked;
