package io.beep.projection.shared;

import java.util.List;

/**
 * Takes the changes that a batch of events makes.
 *
 * @param <C> a change
 */
@FunctionalInterface
public interface Sink<C> {

  /**
   * Writes all of them, in order. When it refuses it leaves the transaction as it found it, and
   * writing the same changes once more does no harm.
   *
   * @throws EventRefusedException when one of the changes can never be written
   */
  void write(List<C> changes);
}
