package io.beep.readmodel.server;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code ban}: one user who may not come into one server.
 *
 * @param reason null when none was given
 */
public record BanRow(
    UUID serverId, UUID userId, @Nullable String reason, UUID bannedBy, Instant bannedAt) {}
