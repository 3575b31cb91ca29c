package io.beep.coreapi.shared;

/**
 * A question to the read models. Each feature seals its own set.
 *
 * @param <R> the answer
 */
public interface Query<R> {}
