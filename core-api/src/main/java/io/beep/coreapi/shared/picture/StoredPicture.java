package io.beep.coreapi.shared.picture;

import java.time.Instant;

/**
 * A picture that is kept, whether anybody shows it or not.
 *
 * @param at when the last of its sizes was stored, by the clock of the store
 */
public record StoredPicture(PictureId id, Instant at) {}
