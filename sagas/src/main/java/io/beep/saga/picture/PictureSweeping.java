package io.beep.saga.picture;

import io.beep.coreapi.shared.picture.Pictures;
import io.beep.coreapi.shared.picture.ShownPictures;
import io.beep.saga.shared.Work;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a sweep of pictures needs of the product.
 *
 * @param upToDate whether {@code shown} is behind by less than an hour
 */
public record PictureSweeping(Pictures pictures, ShownPictures shown, BooleanSupplier upToDate) {

  /** The name of the worker. */
  public static final String NAME = "picture-sweep";

  /** What does one piece of work when it is asked. */
  public Work sweep(DataSource sagas, PlatformTransactionManager transactions, Clock clock) {
    return sweep(sagas, transactions, PictureSweep.Bounds.USUAL, clock);
  }

  /**
   * As usual, by smaller pieces.
   *
   * @param page pictures that are looked at in one piece
   * @param removed by one sweep at most
   */
  public Work sweep(
      DataSource sagas,
      PlatformTransactionManager transactions,
      int page,
      int removed,
      Clock clock) {
    return sweep(sagas, transactions, new PictureSweep.Bounds(page, removed), clock);
  }

  private Work sweep(
      DataSource sagas,
      PlatformTransactionManager transactions,
      PictureSweep.Bounds bounds,
      Clock clock) {
    return new PictureSweep(
        new SweepNotes(sagas),
        new TransactionTemplate(transactions),
        pictures,
        shown,
        upToDate,
        bounds,
        clock);
  }
}
