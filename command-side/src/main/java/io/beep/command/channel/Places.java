package io.beep.command.channel;

import io.beep.coreapi.channel.ChannelOrder;
import io.beep.coreapi.shared.ChannelId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds places between others. Pure. */
final class Places {

  /** A fraction longer than this has its neighbours spread anew. */
  private static final int LONGEST_FRACTION = 24;

  /** Before every id; what is placed before all others begins with it. */
  private static final String BEFORE_ALL = "0".repeat(ChannelOrder.ROOT_LENGTH);

  private static final Comparator<ListedChannel> IN_ORDER =
      Comparator.comparing(ListedChannel::place);

  private Places() {}

  /**
   * A place right behind another; the one that the channel has, when it stands there already.
   *
   * @param low the place of that other one, null for before all
   */
  static String behind(@Nullable String low, ChannelId channel, Collection<ListedChannel> all) {
    String from = low == null ? BEFORE_ALL : low;
    List<ListedChannel> next =
        sharing(root(from), all).stream()
            .filter(one -> one.place().compareTo(from) > 0)
            .limit(1)
            .toList();
    if (!next.isEmpty() && next.getFirst().id().equals(channel)) {
      return next.getFirst().place();
    }
    return root(from)
        + Fractions.between(
            fraction(from), next.isEmpty() ? null : fraction(next.getFirst().place()));
  }

  static boolean isTooLong(String place) {
    return fraction(place).length() > LONGEST_FRACTION;
  }

  /** This one and all whose places begin alike, in their order, with room between them again. */
  static List<ListedChannel> spread(ListedChannel placed, Collection<ListedChannel> all) {
    String root = root(placed.place());
    List<ListedChannel> alike = new ArrayList<>();
    for (ListedChannel one : sharing(root, all)) {
      if (!one.id().equals(placed.id()) && !one.place().equals(root)) {
        alike.add(one);
      }
    }
    alike.add(placed);
    alike.sort(IN_ORDER);
    List<String> fractions = Fractions.spread(alike.size());
    List<ListedChannel> spread = new ArrayList<>(alike.size());
    for (int i = 0; i < alike.size(); i++) {
      ListedChannel one = alike.get(i);
      spread.add(new ListedChannel(one.id(), one.folder(), root + fractions.get(i)));
    }
    return spread;
  }

  /** In order. Nothing that is not listed stands between two of them. */
  private static List<ListedChannel> sharing(String root, Collection<ListedChannel> all) {
    return all.stream().filter(one -> one.place().startsWith(root)).sorted(IN_ORDER).toList();
  }

  private static String root(String place) {
    return place.substring(0, ChannelOrder.ROOT_LENGTH);
  }

  private static String fraction(String place) {
    return place.substring(ChannelOrder.ROOT_LENGTH);
  }
}
