package io.beep.query.permission;

import io.beep.coreapi.permission.GetPermissionPreview;
import io.beep.coreapi.permission.PermissionPreviewView;
import io.beep.coreapi.permission.PreviewChannelView;
import io.beep.coreapi.permission.PreviewEffectView;
import io.beep.coreapi.permission.PreviewGroupView;
import io.beep.coreapi.permission.PreviewMemberView;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.AccessChange;
import io.beep.coreapi.shared.permission.AccessPicture;
import io.beep.coreapi.shared.permission.AccessPreview;
import io.beep.coreapi.shared.permission.AccessPreview.Effect;
import io.beep.coreapi.shared.permission.OverwriteKind;
import io.beep.query.permission.PreviewReads.Channel;
import io.beep.query.permission.PreviewReads.Group;
import io.beep.query.permission.PreviewReads.Reach;
import io.beep.query.permission.PreviewReads.Server;
import io.beep.query.shared.Author;
import io.beep.query.shared.Refusals;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a change would do to members. The database counts them in groups of those who are alike, and
 * the function is asked once for each group and kind of channel: the work has a bound, and the
 * number of members is not in it.
 */
final class Previews {

  /** Questions to the function, a fraction of a microsecond each: some hundredths of a second. */
  private static final int MOST_WORK = 100_000;

  private static final int MOST_GROUPS = 1_000;

  /** More than anyone reads before they decide. */
  private static final int MOST_TOLD = 50;

  private static final int MOST_NAMES = 10;

  private final PreviewReads reads;

  Previews(PreviewReads reads) {
    this.reads = reads;
  }

  /**
   * The server as the asking one may look at it.
   *
   * @param seen the channels that they see, with their names
   */
  private record Scene(
      Server server, AccessChange change, Map<ChannelId, String> seen, AccessPreview preview) {

    int mostGroups() {
      return Math.clamp(MOST_WORK / preview.workOfOne(), 1, MOST_GROUPS);
    }
  }

  /** Members to whom the same happens. */
  private record Struck(List<Effect> effects, int members, List<UserId> some) {

    static Struck merge(Struck one, Struck other) {
      return new Struck(
          one.effects,
          one.members + other.members,
          Stream.concat(one.some.stream(), other.some.stream()).limit(MOST_NAMES).toList());
    }
  }

  /**
   * @param all the largest first
   * @param complete whether there are no further groups
   */
  private record Outcome(List<Struck> all, boolean complete) {

    List<Struck> told() {
      return all.stream().limit(MOST_TOLD).toList();
    }
  }

  CompletableFuture<PermissionPreviewView> of(GetPermissionPreview query, Instant now) {
    return reads
        .server(query.serverId(), query.asking())
        .thenApply(PreviewRights::requireSeen)
        .thenCompose(
            server ->
                reads
                    .channels(query.serverId())
                    .thenApply(channels -> scene(server, channels, query.change(), now)))
        .thenCompose(scene -> foretell(scene, now));
  }

  private static Scene scene(
      Server server, List<Channel> channels, AccessChange change, Instant now) {
    AccessPicture picture =
        new AccessPicture(
            server.access(),
            channels.stream()
                .collect(
                    Collectors.toMap(
                        channel -> channel.place().own().channelId(), Channel::place)));
    PreviewRights.requireManager(server, picture, change, now);
    PreviewRights.requireKnown(server, picture, change);
    Map<ChannelId, String> seen = new LinkedHashMap<>();
    for (Channel channel : channels) {
      ChannelId id = channel.place().own().channelId();
      if (PreviewRights.sees(server, picture.counting(id), now)) {
        seen.put(id, channel.name());
      }
    }
    return new Scene(server, change, seen, new AccessPreview(picture, change, seen.keySet()));
  }

  private CompletableFuture<PermissionPreviewView> foretell(Scene scene, Instant now) {
    UUID target = targetOf(scene.change(), scene.server());
    Reach reach = reachOf(scene.change(), target, scene.server());
    int most = scene.mostGroups();
    return reads
        .groups(
            scene.server().access(),
            scene.preview().rolesThatMatter(),
            reach,
            target,
            now,
            most + 1,
            MOST_NAMES)
        // Elsewhere than where the answers of the database come in, which others wait for.
        .thenApplyAsync(
            groups -> {
              requireMember(reach, target, groups, scene.server());
              return outcome(scene.preview(), groups, most, now);
            })
        .thenCompose(outcome -> told(scene, outcome));
  }

  private static UUID targetOf(AccessChange change, Server server) {
    return switch (change) {
      case AccessChange.RolePermissionsSet set -> set.roleId().value();
      case AccessChange.RoleDeleted deleted -> deleted.roleId().value();
      case AccessChange.RoleGiven given -> given.userId().value();
      case AccessChange.RoleTaken taken -> taken.userId().value();
      case AccessChange.OverwriteSet set -> set.targetId();
      case AccessChange.OverwriteRemoved removed -> removed.targetId();
      case AccessChange.ChannelSynced _ -> RoleId.everyone(server.access().serverId()).value();
    };
  }

  private static Reach reachOf(AccessChange change, UUID target, Server server) {
    Reach ofRole =
        target.equals(RoleId.everyone(server.access().serverId()).value())
            ? Reach.EVERYONE
            : Reach.HOLDERS;
    return switch (change) {
      case AccessChange.RoleGiven _, AccessChange.RoleTaken _ -> Reach.ONE;
      case AccessChange.RolePermissionsSet _, AccessChange.RoleDeleted _ -> ofRole;
      case AccessChange.OverwriteSet set -> set.kind() == OverwriteKind.MEMBER ? Reach.ONE : ofRole;
      case AccessChange.OverwriteRemoved removed ->
          removed.kind() == OverwriteKind.MEMBER ? Reach.ONE : ofRole;
      case AccessChange.ChannelSynced _ -> ofRole;
    };
  }

  /** The owner is in no group, as nothing concerns them. */
  private static void requireMember(Reach reach, UUID target, List<Group> groups, Server server) {
    if (reach == Reach.ONE
        && groups.isEmpty()
        && !target.equals(server.access().ownerId().value())) {
      throw Refusals.notFound("membership");
    }
  }

  private static Outcome outcome(AccessPreview preview, List<Group> groups, int most, Instant now) {
    Map<List<Effect>, Struck> byEffects = new LinkedHashMap<>();
    groups.stream()
        .limit(most)
        .forEach(
            group -> {
              List<Effect> effects = preview.of(group.alike(), now);
              if (!effects.isEmpty()) {
                byEffects.merge(
                    effects, new Struck(effects, group.members(), group.some()), Struck::merge);
              }
            });
    return new Outcome(
        byEffects.values().stream()
            .sorted(Comparator.comparingInt(Struck::members).reversed())
            .toList(),
        groups.size() <= most && byEffects.size() <= MOST_TOLD);
  }

  private CompletableFuture<PermissionPreviewView> told(Scene scene, Outcome outcome) {
    List<UserId> named = outcome.told().stream().flatMap(one -> one.some().stream()).toList();
    return reads
        .names(named)
        .thenApply(
            names ->
                new PermissionPreviewView(
                    scene.server().access().serverId(),
                    outcome.all().stream().mapToInt(Struck::members).sum(),
                    outcome.complete(),
                    outcome.told().stream().map(one -> view(one, names, scene.seen())).toList(),
                    scene.server().position()));
  }

  private static PreviewGroupView view(
      Struck struck, Map<UserId, Author> names, Map<ChannelId, String> channels) {
    return new PreviewGroupView(
        struck.members(),
        struck.some().stream()
            .map(
                user -> {
                  Author name = names.getOrDefault(user, Author.UNKNOWN);
                  return new PreviewMemberView(user, name.username(), name.displayName());
                })
            .toList(),
        struck.effects().stream().map(effect -> view(effect, channels)).toList());
  }

  private static PreviewEffectView view(Effect effect, Map<ChannelId, String> channels) {
    return new PreviewEffectView(
        effect.channels().stream()
            .map(id -> new PreviewChannelView(id, channels.getOrDefault(id, "")))
            .toList(),
        effect.difference().gained(),
        effect.difference().lost());
  }
}
