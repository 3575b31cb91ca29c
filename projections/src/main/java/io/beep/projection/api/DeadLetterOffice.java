package io.beep.projection.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events that projections could not handle, and those that wait behind them. The projections
 * are right but for these; what waits is not shown to anyone.
 */
public interface DeadLetterOffice {

  /**
   * An event that was not handled.
   *
   * @param position its place in the stream
   * @param subject what it is about: {@code server/…/channel/…}
   * @param cause why it could not be handled; null when it waits behind another
   * @param tries how often it was tried
   * @param since when it was put aside
   */
  record DeadLetter(
      String projection,
      long position,
      String subject,
      @Nullable String cause,
      int tries,
      Instant since) {}

  /**
   * How many there are of a projection.
   *
   * @param refused could not be handled
   * @param waiting are behind those
   */
  record Count(String projection, long refused, long waiting) {}

  /**
   * What came of trying again.
   *
   * @param handled were handled, and are gone
   * @param left were refused again, or wait behind one that was
   */
  record Outcome(int handled, int left) {}

  /** One for each projection, also where there is none. */
  List<Count> counts();

  /** The oldest ones of a projection, in the order of the stream. */
  List<DeadLetter> list(String projection, int most);

  /**
   * Tries all of a projection again, in the order of the stream. One that is refused again stays,
   * and so do those behind it.
   *
   * @throws IllegalArgumentException when there is no such projection
   */
  Outcome retry(String projection);

  /**
   * Gives one up: the projection stays without what it says until it is rebuilt.
   *
   * @return false when there was none at that position
   * @throws IllegalArgumentException when there is no such projection
   */
  boolean discard(String projection, long position);
}
