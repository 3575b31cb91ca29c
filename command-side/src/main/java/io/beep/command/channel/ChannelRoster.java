package io.beep.command.channel;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.beep.coreapi.channel.ChannelError;
import io.beep.coreapi.channel.ChannelListed;
import io.beep.coreapi.channel.ChannelOrder;
import io.beep.coreapi.channel.ChannelPlaced;
import io.beep.coreapi.channel.ChannelRelisted;
import io.beep.coreapi.channel.ChannelRosterId;
import io.beep.coreapi.channel.ChannelUnlisted;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.Quotas;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  @AggregateIdentifier private @Nullable ChannelRosterId id;
  private final Map<ChannelId, String> places = new HashMap<>();

  /** Null for one in no folder. */
  private final Map<ChannelId, @Nullable ChannelId> folders = new HashMap<>();

  /** Where those stood that have left. */
  private final Map<ChannelId, String> gone = new HashMap<>();

  /** The folder with which each of them went; null for one that went by itself. */
  private final Map<ChannelId, @Nullable ChannelId> goneWith = new HashMap<>();

  ChannelRoster() {}

  void list(ChannelListed entry) {
    requireRoom();
    requireThere(entry.folderId());
    apply(entry);
  }

  private void requireRoom() {
    if (places.size() >= Quotas.CHANNELS_OF_A_SERVER) {
      throw new DomainException(new ChannelError.LimitReached(Quotas.CHANNELS_OF_A_SERVER));
    }
  }

  /** Puts one that has left where it stood, or right behind what stands there now. */
  void relist(ChannelId channel, ServerId server, @Nullable ChannelId folder) {
    requireRoom();
    requireThere(folder);
    String former = gone.getOrDefault(channel, ChannelOrder.first(channel));
    String place = places.containsValue(former) ? Places.behind(former, channel, all()) : former;
    apply(new ChannelRelisted(channel, server, folder, place));
  }

  /**
   * Those that left with the folder and have not come back, in an order that is always the same.
   */
  List<ChannelId> wentWith(ChannelId folder) {
    return goneWith.entrySet().stream()
        .filter(channel -> folder.equals(channel.getValue()))
        .map(Map.Entry::getKey)
        .sorted(Comparator.comparing(ChannelId::value))
        .toList();
  }

  void unlist(ChannelUnlisted entry) {
    apply(entry);
  }

  /** Those that are listed in the folder, in an order that is the same each time. */
  List<ChannelId> in(ChannelId folder) {
    return folders.entrySet().stream()
        .filter(channel -> folder.equals(channel.getValue()))
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
    String place =
        channel.equals(after)
            ? placeOf(channel)
            : Places.behind(after == null ? null : placeOf(after), channel, all());
    put(server, channel, folder, place, actor);
  }

  /**
   * Puts the channel where it stood, or right behind what stands there now.
   *
   * @param former null for where it stood before anyone moved it
   */
  void putBack(
      ServerId server,
      ChannelId channel,
      @Nullable ChannelId folder,
      @Nullable String former,
      UserId actor) {
    requireThere(folder);
    String place = Objects.requireNonNullElseGet(former, () -> ChannelOrder.first(channel));
    boolean taken = places.containsValue(place) && !place.equals(places.get(channel));
    put(server, channel, folder, taken ? Places.behind(place, channel, all()) : place, actor);
  }

  private void put(
      ServerId server, ChannelId channel, @Nullable ChannelId folder, String place, UserId actor) {
    if (place.equals(places.get(channel)) && Objects.equals(folder, folders.get(channel))) {
      return;
    }
    ListedChannel wished = new ListedChannel(channel, folder, place);
    List<ListedChannel> placed =
        Places.isTooLong(place) ? Places.spread(wished, all()) : List.of(wished);
    placed.forEach(
        one -> apply(new ChannelPlaced(one.id(), server, one.folder(), one.place(), actor)));
  }

  private List<ListedChannel> all() {
    return places.entrySet().stream()
        .map(
            channel ->
                new ListedChannel(
                    channel.getKey(), folders.get(channel.getKey()), channel.getValue()))
        .toList();
  }

  /** Nothing goes into a folder that is gone: it would be gone with it. */
  private void requireThere(@Nullable ChannelId folder) {
    if (folder != null && gone.containsKey(folder)) {
      throw new DomainException(new ChannelError.ParentInvalid());
    }
  }

  /** Of one that was never placed too, such as one that is not listed. */
  String placeOf(ChannelId channel) {
    return Objects.requireNonNullElseGet(places.get(channel), () -> ChannelOrder.first(channel));
  }

  @EventSourcingHandler
  void evolve(ChannelListed event) {
    id = new ChannelRosterId(event.serverId());
    places.put(event.channelId(), ChannelOrder.first(event.channelId()));
    folders.put(event.channelId(), event.folderId());
  }

  @EventSourcingHandler
  void evolve(ChannelPlaced event) {
    id = new ChannelRosterId(event.serverId());
    places.put(event.channelId(), event.place());
    folders.put(event.channelId(), event.folderId());
  }

  @EventSourcingHandler
  void evolve(ChannelUnlisted event) {
    id = new ChannelRosterId(event.serverId());
    gone.put(
        event.channelId(),
        places.getOrDefault(event.channelId(), ChannelOrder.first(event.channelId())));
    goneWith.put(event.channelId(), event.withFolder());
    places.remove(event.channelId());
    folders.remove(event.channelId());
  }

  @EventSourcingHandler
  void evolve(ChannelRelisted event) {
    id = new ChannelRosterId(event.serverId());
    places.put(event.channelId(), event.place());
    folders.put(event.channelId(), event.folderId());
    gone.remove(event.channelId());
    goneWith.remove(event.channelId());
  }
}
