package io.beep.gateway.shared.http;

import java.util.UUID;

/**
 * The answer to a command.
 *
 * @param id of what was made or changed
 * @param position the place of its event in the stream
 */
public record Acknowledged(UUID id, long position) {}
