package io.beep.coreapi.shared.permission;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a change would give to and take from members, before it is made. Channels in which the same
 * overwrites count before and after it are looked at once, so the work for a member is that of the
 * different kinds of channels and not of all of them.
 */
public final class AccessPreview {

  /** What counts in channels of one kind, before and after. */
  private record Overwrites(Map<RoleId, Overwrite> roles, Map<UserId, Overwrite> members) {
    Overwrites {
      roles = Map.copyOf(roles);
      members = Map.copyOf(members);
    }

    static Overwrites of(ChannelAccess channel) {
      return new Overwrites(channel.roles(), channel.members());
    }
  }

  private record Kind(Overwrites before, Overwrites after) {}

  /** Channels of one kind, one of them for all. */
  private record Alike(ChannelAccess before, ChannelAccess after, List<ChannelId> channels) {
    Alike {
      channels = List.copyOf(channels);
    }
  }

  /**
   * What changes in some channels.
   *
   * @param channels none for the server as a whole
   */
  public record Effect(List<ChannelId> channels, AccessDifference difference) {
    public Effect {
      channels = List.copyOf(channels);
    }
  }

  private final AccessPicture before;
  private final AccessPicture after;
  private final AccessChange change;
  private final List<Alike> kinds;

  /**
   * @param channels those that are to be looked at, in their order
   */
  public AccessPreview(AccessPicture before, AccessChange change, Collection<ChannelId> channels) {
    this.before = before;
    this.after = before.after(change);
    this.change = change;
    Map<Kind, List<ChannelId>> byKind = new LinkedHashMap<>();
    for (ChannelId channel : channels) {
      byKind
          .computeIfAbsent(
              new Kind(
                  Overwrites.of(before.counting(channel)), Overwrites.of(after.counting(channel))),
              _ -> new ArrayList<>())
          .add(channel);
    }
    kinds = byKind.values().stream().map(this::alike).toList();
  }

  private Alike alike(List<ChannelId> channels) {
    ChannelId one = channels.getFirst();
    return new Alike(before.counting(one), after.counting(one), channels);
  }

  /** How often the permission function is asked about one member. */
  public int workOfOne() {
    return 2 * (kinds.size() + 1);
  }

  /**
   * What changes for a member, and so for all who have the same roles, unless an overwrite is for
   * one of them. Empty when nothing does.
   */
  public List<Effect> of(MemberAccess member, Instant now) {
    MemberAccess becoming = AccessPicture.after(change, member);
    List<Effect> effects = new ArrayList<>();
    AccessDifference inServer =
        AccessDifference.between(
            Permissions.effective(before.server(), member, null, now),
            Permissions.effective(after.server(), becoming, null, now));
    if (!inServer.isNothing()) {
      effects.add(new Effect(List.of(), inServer));
    }
    Map<AccessDifference, List<ChannelId>> byDifference = new LinkedHashMap<>();
    for (Alike kind : kinds) {
      AccessDifference difference =
          AccessDifference.between(
              Permissions.effective(before.server(), member, kind.before(), now),
              Permissions.effective(after.server(), becoming, kind.after(), now));
      if (!difference.isNothing()) {
        byDifference.computeIfAbsent(difference, _ -> new ArrayList<>()).addAll(kind.channels());
      }
    }
    byDifference.forEach((difference, channels) -> effects.add(new Effect(channels, difference)));
    return effects;
  }

  /**
   * The roles without which members are alike: those that allow nothing and that no overwrite names
   * are left out, before as after the change.
   */
  public Set<RoleId> rolesThatMatter() {
    Set<RoleId> matter = new HashSet<>();
    for (AccessPicture picture : List.of(before, after)) {
      Map<RoleId, PermissionSet> roles = new HashMap<>(picture.server().roles());
      roles.values().removeIf(PermissionSet.NONE::equals);
      matter.addAll(roles.keySet());
      picture.channels().values().forEach(place -> matter.addAll(place.own().roles().keySet()));
    }
    return matter;
  }
}
