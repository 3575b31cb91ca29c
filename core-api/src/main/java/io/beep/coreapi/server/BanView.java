package io.beep.coreapi.server;

import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Someone who may not come into a server.
 *
 * @param reason null when none was given
 * @param bannedByName what the one who banned them is called now
 */
public record BanView(
    UserId userId,
    String username,
    String displayName,
    @Nullable String reason,
    UserId bannedBy,
    String bannedByName,
    Instant bannedAt) {}
