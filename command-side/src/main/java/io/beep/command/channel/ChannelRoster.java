package io.beep.command.channel;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.beep.coreapi.channel.ChannelError;
import io.beep.coreapi.channel.ChannelListed;
import io.beep.coreapi.channel.ChannelOrder;
import io.beep.coreapi.channel.ChannelPlaced;
import io.beep.coreapi.channel.ChannelRosterId;
import io.beep.coreapi.channel.ChannelUnlisted;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.Quotas;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Which channels a server has and in what order, in one place: so that two who move, make and
 * delete channels at once are one after the other here, also on different nodes, and each acts on
 * what the other has done.
 *
 * <p>A server that is older than rosters has channels that are not listed in it. They are where
 * they were made until they are moved; nothing here needs to know of them.
 */
public final class ChannelRoster {

  /** A fraction longer than this has its neighbours spread anew. */
  private static final int LONGEST_FRACTION = 24;

  /** Before every id; what is placed before all others begins with it. */
  private static final String BEFORE_ALL = "0".repeat(ChannelOrder.ROOT_LENGTH);

  @AggregateIdentifier private @Nullable ChannelRosterId id;
  private final Map<ChannelId, Listed> channels = new HashMap<>();
  private final Set<ChannelId> gone = new HashSet<>();

  ChannelRoster() {}

  private record Listed(@Nullable ChannelId folder, String place) {}

  private record Standing(ChannelId channel, String place) {}

  void list(ChannelListed entry) {
    if (channels.size() >= Quotas.CHANNELS_OF_A_SERVER) {
      throw new DomainException(new ChannelError.LimitReached(Quotas.CHANNELS_OF_A_SERVER));
    }
    requireThere(entry.folderId());
    apply(entry);
  }

  void unlist(ChannelUnlisted entry) {
    apply(entry);
  }

  /** Those that are listed in the folder, in an order that is the same each time. */
  List<ChannelId> in(ChannelId folder) {
    return channels.entrySet().stream()
        .filter(channel -> folder.equals(channel.getValue().folder()))
        .map(Map.Entry::getKey)
        .sorted(Comparator.comparing(ChannelId::value))
        .toList();
  }

  /**
   * Places the channel right behind the other one, wherever that is or was; before all for null.
   */
  void place(
      ServerId server,
      ChannelId channel,
      @Nullable ChannelId folder,
      @Nullable ChannelId after,
      UserId actor) {
    requireThere(folder);
    String place = channel.equals(after) ? placeOf(channel) : placeBehind(after, channel);
    Listed wished = new Listed(folder, place);
    if (wished.equals(channels.get(channel))) {
      return;
    }
    if (place.length() > ChannelOrder.ROOT_LENGTH + LONGEST_FRACTION) {
      spread(server, channel, wished, actor);
    } else {
      apply(new ChannelPlaced(channel, server, folder, place, actor));
    }
  }

  /** Nothing goes into a folder that is gone: it would be gone with it. */
  private void requireThere(@Nullable ChannelId folder) {
    if (folder != null && gone.contains(folder)) {
      throw new DomainException(new ChannelError.ParentInvalid());
    }
  }

  private String placeOf(ChannelId channel) {
    Listed listed = channels.get(channel);
    return listed == null ? ChannelOrder.first(channel) : listed.place();
  }

  private String placeBehind(@Nullable ChannelId after, ChannelId channel) {
    String low = after == null ? BEFORE_ALL : placeOf(after);
    String root = low.substring(0, ChannelOrder.ROOT_LENGTH);
    List<Standing> behind =
        standing(root).stream().filter(one -> one.place().compareTo(low) > 0).toList();
    if (!behind.isEmpty() && behind.getFirst().channel().equals(channel)) {
      return behind.getFirst().place();
    }
    String next = behind.isEmpty() ? null : behind.getFirst().place();
    return root
        + Fractions.between(
            low.substring(ChannelOrder.ROOT_LENGTH),
            next == null ? null : next.substring(ChannelOrder.ROOT_LENGTH));
  }

  /**
   * Those whose place begins so, in order. Nothing that is not listed stands between two of them.
   */
  private List<Standing> standing(String root) {
    return channels.entrySet().stream()
        .map(channel -> new Standing(channel.getKey(), channel.getValue().place()))
        .filter(one -> one.place().startsWith(root))
        .sorted(Comparator.comparing(Standing::place))
        .toList();
  }

  private void spread(ServerId server, ChannelId channel, Listed wished, UserId actor) {
    String root = wished.place().substring(0, ChannelOrder.ROOT_LENGTH);
    List<Standing> all = new ArrayList<>(standing(root));
    all.removeIf(one -> one.channel().equals(channel) || one.place().equals(root));
    all.add(new Standing(channel, wished.place()));
    all.sort(Comparator.comparing(Standing::place));
    List<String> fractions = Fractions.spread(all.size());
    for (int i = 0; i < all.size(); i++) {
      ChannelId one = all.get(i).channel();
      Listed known = channels.get(one);
      ChannelId folder = one.equals(channel) || known == null ? wished.folder() : known.folder();
      apply(new ChannelPlaced(one, server, folder, root + fractions.get(i), actor));
    }
  }

  @EventSourcingHandler
  void evolve(ChannelListed event) {
    id = new ChannelRosterId(event.serverId());
    channels.put(
        event.channelId(), new Listed(event.folderId(), ChannelOrder.first(event.channelId())));
  }

  @EventSourcingHandler
  void evolve(ChannelPlaced event) {
    id = new ChannelRosterId(event.serverId());
    channels.put(event.channelId(), new Listed(event.folderId(), event.place()));
  }

  @EventSourcingHandler
  void evolve(ChannelUnlisted event) {
    id = new ChannelRosterId(event.serverId());
    channels.remove(event.channelId());
    gone.add(event.channelId());
  }
}
