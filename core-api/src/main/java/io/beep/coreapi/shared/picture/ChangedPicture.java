package io.beep.coreapi.shared.picture;

import org.jspecify.annotations.Nullable;

/**
 * What a command answers that gives something another picture.
 *
 * @param current null for none
 * @param replaced that nobody shows any more; null when there was none, or it is the current one
 */
public record ChangedPicture(@Nullable PictureId current, @Nullable PictureId replaced) {}
