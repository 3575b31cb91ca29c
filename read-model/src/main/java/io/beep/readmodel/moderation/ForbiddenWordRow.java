package io.beep.readmodel.moderation;

import java.util.UUID;

/**
 * A row of {@code forbidden_word}.
 *
 * @param action {@code block} or {@code report}
 */
public record ForbiddenWordRow(UUID serverId, String word, String action) {}
