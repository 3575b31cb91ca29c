package io.beep.coreapi.audit;

import org.jspecify.annotations.Nullable;

/**
 * What an act was done to, or was about.
 *
 * @param kind {@code server}, {@code channel}, {@code role}, {@code member} or {@code invitation}
 * @param id of an invitation its code, cut short for those who may not use it
 * @param name that it had then; of a member that of today; null when it has none
 */
public record AuditTargetView(String kind, String id, @Nullable String name) {}
