package io.beep.app.distributed.axonserver;

import org.axonframework.serialization.Revision;

/**
 * A command with an {@code Idempotency-Key} was carried out. Stands first among the events that it
 * caused, alone in a stream that is named after who asked and the key: a second one is refused by
 * Axon Server together with all that should have followed it. A command that caused nothing leaves
 * one too.
 *
 * @param request tells the same request from another one, and to nobody else what was asked
 * @param events how many stand after this one, from the same command
 * @param resultType name of the type of {@code result} for the serializer, empty for no result
 * @param result JSON
 */
@Revision("1")
public record CommandReceipted(String request, int events, String resultType, String result) {}
