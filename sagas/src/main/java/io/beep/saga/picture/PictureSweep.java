package io.beep.saga.picture;

import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.picture.PictureId;
import io.beep.coreapi.shared.picture.Pictures;
import io.beep.coreapi.shared.picture.ShownPictures;
import io.beep.coreapi.shared.picture.StoredPicture;
import io.beep.saga.picture.SweepNotes.Noted;
import io.beep.saga.shared.Work;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks once a day through all pictures that are kept, a page at a time, and removes those that
 * nobody shows. Removed is what cannot be brought back, so it is sure of three things before: that
 * the picture is older than anything that is still on its way, that the tables know of everything
 * that happened to pictures of that age, and that it does not remove more than accidents explain.
 */
final class PictureSweep implements Work {

  private static final Logger LOG = LoggerFactory.getLogger(PictureSweep.class);

  /** Between a picture that is stored and the command that shows it are seconds. */
  static final Duration AGE = Duration.ofDays(1);

  static final Duration EVERY = Duration.ofDays(1);

  /** While it is not known what is shown. */
  private static final Duration UNTIL_KNOWN = Duration.ofMinutes(1);

  /** While the store is away, or there is none. */
  private static final Duration UNTIL_BACK = Duration.ofHours(1);

  private final SweepNotes notes;
  private final TransactionOperations transaction;
  private final Pictures pictures;
  private final ShownPictures shown;
  private final BooleanSupplier upToDate;
  private final Bounds bounds;
  private final Clock clock;

  /**
   * How much.
   *
   * @param page pictures that are looked at in one piece, for which the store is asked once; each
   *     that is removed is five calls
   * @param removed by one sweep at most; the rest has to wait a day. A wrong database or a wrong
   *     bucket must not cost everything before somebody notices
   */
  record Bounds(int page, int removed) {
    static final Bounds USUAL = new Bounds(250, 1_000);
  }

  /**
   * @param transaction of the database of the notes
   * @param upToDate whether {@code shown} knows of everything up to a time that is much shorter ago
   *     than {@link #AGE}
   */
  PictureSweep(
      SweepNotes notes,
      TransactionOperations transaction,
      Pictures pictures,
      ShownPictures shown,
      BooleanSupplier upToDate,
      Bounds bounds,
      Clock clock) {
    this.notes = notes;
    this.transaction = transaction;
    this.pictures = pictures;
    this.shown = shown;
    this.upToDate = upToDate;
    this.bounds = bounds;
    this.clock = clock;
  }

  @Override
  public Outcome work() {
    try {
      return Objects.requireNonNull(transaction.execute(_ -> look()));
    } catch (RuntimeException failure) {
      LOG.warn("the sweep of pictures failed and is tried again", failure);
      postpone();
      return Outcome.FAILED;
    }
  }

  private void postpone() {
    try {
      transaction.executeWithoutResult(_ -> notes.postpone(clock.instant().plus(UNTIL_KNOWN)));
    } catch (RuntimeException failure) {
      // Its turn comes sooner than it should.
      LOG.warn("that the sweep of pictures waits could not be noted", failure);
    }
  }

  private Outcome look() {
    Instant now = clock.instant();
    Noted noted = notes.claim(now);
    if (noted == null) {
      return Outcome.IDLE;
    }
    try {
      return look(noted, now);
    } catch (DomainException away) {
      LOG.info("pictures that nobody shows are looked for in an hour: {}", away.getMessage());
      notes.rest(noted, now.plus(UNTIL_BACK));
      return Outcome.WORKED;
    }
  }

  private Outcome look(Noted noted, Instant now) {
    if (!upToDate.getAsBoolean()) {
      notes.rest(noted, now.plus(UNTIL_KNOWN));
      return Outcome.WORKED;
    }
    List<StoredPicture> page = pictures.stored(noted.lookedAt(), bounds.page());
    if (page.isEmpty()) {
      LOG.info("{} pictures were removed that nobody showed", noted.removed());
      notes.rest(new Noted(null, 0), now.plus(EVERY));
      return Outcome.WORKED;
    }
    List<PictureId> old =
        page.stream()
            .filter(picture -> picture.at().isBefore(now.minus(AGE)))
            .map(StoredPicture::id)
            .toList();
    Optional<Set<PictureId>> known = shown.among(old);
    if (known.isEmpty()) {
      LOG.warn("pictures that nobody shows stay while events are among the dead letters");
      notes.rest(noted, now.plus(UNTIL_BACK));
      return Outcome.WORKED;
    }
    List<PictureId> orphans = old.stream().filter(id -> !known.get().contains(id)).toList();
    if (noted.removed() + orphans.size() > bounds.removed()) {
      LOG.warn(
          "more than {} pictures are shown by nobody; is this the bucket of this Beep? The rest is"
              + " looked at tomorrow",
          bounds.removed());
      notes.rest(new Noted(noted.lookedAt(), 0), now.plus(EVERY));
      return Outcome.WORKED;
    }
    orphans.forEach(pictures::forget);
    notes.advance(new Noted(page.getLast().id(), noted.removed() + orphans.size()));
    return Outcome.WORKED;
  }
}
