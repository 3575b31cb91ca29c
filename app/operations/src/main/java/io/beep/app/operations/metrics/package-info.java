/**
 * What a node counts and measures, in the form of Prometheus. Modules get the registry by their
 * constructors and name their meters {@code beep.…}; what every process has keeps the names that
 * the world knows: {@code jvm_…}, {@code process_…}, {@code hikaricp_…}, {@code r2dbc_pool_…}.
 */
@NullMarked
package io.beep.app.operations.metrics;

import org.jspecify.annotations.NullMarked;
