package io.beep.coreapi.shared;

import org.jspecify.annotations.Nullable;

/**
 * What a text shall be from now on, where leaving it as it is and taking it away are two things.
 *
 * @param text null for none
 */
public record NewText(@Nullable String text) {}
