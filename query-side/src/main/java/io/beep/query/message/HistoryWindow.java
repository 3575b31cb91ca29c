package io.beep.query.message;

import io.beep.coreapi.message.ListChannelMessages;
import io.beep.coreapi.shared.MessageId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of history stands: on both sides of a pivot, which is any id, there or not. One more
 * message than is wanted is read on the side where the page ends, and one on the side where it
 * begins, so that what lies beyond is known without counting.
 *
 * @param pivot older messages have lesser ids, newer ones this or greater ids
 * @param older how many to read before the pivot
 * @param newer how many to read from the pivot on
 */
record HistoryWindow(UUID pivot, int older, int newer, Shape shape, int limit) {

  private static final UUID BEHIND_ALL = new UUID(-1, -1);

  private enum Shape {
    BEFORE,
    AFTER,
    AROUND
  }

  /**
   * @throws IllegalArgumentException when more than one of before, after and around is given
   */
  static HistoryWindow of(ListChannelMessages query) {
    MessageId before = query.before();
    MessageId after = query.after();
    MessageId around = query.around();
    int limit = Math.clamp(query.limit(), 1, ListChannelMessages.MOST);
    if (given(before) + given(after) + given(around) > 1) {
      throw new IllegalArgumentException("only one of before, after and around");
    }
    if (after != null) {
      return new HistoryWindow(next(after.value()), 1, limit + 1, Shape.AFTER, limit);
    }
    if (around != null) {
      return new HistoryWindow(around.value(), limit + 1, limit + 1, Shape.AROUND, limit);
    }
    UUID pivot = before == null ? BEHIND_ALL : before.value();
    return new HistoryWindow(pivot, limit + 1, 1, Shape.BEFORE, limit);
  }

  private static int given(@Nullable MessageId id) {
    return id == null ? 0 : 1;
  }

  /** The id after this one; the last one of all stays. */
  private static UUID next(UUID id) {
    if (id.equals(BEHIND_ALL)) {
      return id;
    }
    long low = id.getLeastSignificantBits() + 1;
    return new UUID(id.getMostSignificantBits() + (low == 0 ? 1 : 0), low);
  }

  /** What to show of what was read. */
  record Cut<T>(List<T> items, boolean hasBefore, boolean hasAfter) {}

  /**
   * @param before read before the pivot, oldest first
   * @param from read from the pivot on, oldest first
   */
  <T> Cut<T> cut(List<T> before, List<T> from) {
    return switch (shape) {
      case BEFORE -> take(before, from, Math.min(limit, before.size()), 0);
      case AFTER -> take(before, from, 0, Math.min(limit, from.size()));
      case AROUND -> around(before, from);
    };
  }

  /** Half on each side; what one side lacks the other gives. */
  private <T> Cut<T> around(List<T> before, List<T> from) {
    int newerWanted = Math.min(from.size(), (limit + 1) / 2);
    int olderTaken = Math.min(before.size(), limit - newerWanted);
    int newerTaken = Math.min(from.size(), limit - olderTaken);
    return take(before, from, olderTaken, newerTaken);
  }

  private static <T> Cut<T> take(List<T> before, List<T> from, int older, int newer) {
    List<T> items = new ArrayList<>(before.subList(before.size() - older, before.size()));
    items.addAll(from.subList(0, newer));
    return new Cut<>(items, before.size() > older, from.size() > newer);
  }
}
