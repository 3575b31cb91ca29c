/**
 * The way of a request: {@link io.beep.gateway.shared.http.ApiDispatcher} finds the endpoint, asks
 * the limits, reads the body, and sends the answer. An endpoint is one class per slice that says
 * what it takes as an {@link io.beep.gateway.shared.http.Operation}, from which the OpenAPI
 * document is made too.
 */
@NullMarked
package io.beep.gateway.shared.http;

import org.jspecify.annotations.NullMarked;
