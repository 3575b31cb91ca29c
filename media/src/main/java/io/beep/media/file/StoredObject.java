package io.beep.media.file;

import java.time.Instant;

/**
 * That there is an object.
 *
 * @param at when it was stored, by the clock of the store
 */
public record StoredObject(String key, Instant at) {}
