package io.beep.readmodel.moderation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code report_filing}.
 *
 * @param reporterId that of the server for its word filter
 * @param text null for none
 * @param position of the report in the event stream
 */
public record ReportFilingRow(
    UUID serverId,
    UUID targetId,
    UUID reporterId,
    String category,
    @Nullable String text,
    Instant filedAt,
    long position) {}
