package io.beep.gateway.moderation;

import io.beep.coreapi.moderation.ReportCategory;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reports.
 *
 * @param text in their own words, at most 1 000 characters
 */
record Complaint(ReportCategory reason, @Nullable String text) {}
