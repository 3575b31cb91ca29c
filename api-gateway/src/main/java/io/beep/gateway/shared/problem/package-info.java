/**
 * Refusals as RFC 9457 problem details. {@link io.beep.gateway.shared.problem.Problems} is the one
 * place that makes them; nothing else writes an error to a client.
 */
@NullMarked
package io.beep.gateway.shared.problem;

import org.jspecify.annotations.NullMarked;
