package io.beep.coreapi.shared.permission;

import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.permission.Explanation.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The same steps as {@link Permissions}, taken for one permission at a time and told. It is slower
 * and for people; what is allowed is decided there.
 */
public final class Explanations {

  private final ServerAccess server;
  private final @Nullable MemberAccess member;
  private final @Nullable ChannelAccess channel;
  private final Instant now;
  private final RoleId everyone;

  /** That of everyone first. */
  private final List<RoleId> held;

  private Explanations(
      ServerAccess server,
      @Nullable MemberAccess member,
      @Nullable ChannelAccess channel,
      Instant now) {
    this.server = server;
    this.member = member;
    this.channel = channel;
    this.now = now;
    everyone = RoleId.everyone(server.serverId());
    held =
        Stream.concat(
                Stream.of(everyone),
                member == null
                    ? Stream.empty()
                    : member.roles().stream()
                        .filter(role -> !role.equals(everyone))
                        .sorted(Comparator.comparing(RoleId::value)))
            .filter(server.roles()::containsKey)
            .toList();
  }

  /**
   * Why the member may do what they may in the channel, or in the server as a whole when no channel
   * is given.
   *
   * @param member null for someone who is no member
   * @return one for each permission that means something there, in order of declaration
   */
  public static List<Explanation> of(
      ServerAccess server,
      @Nullable MemberAccess member,
      @Nullable ChannelAccess channel,
      Instant now) {
    Explanations all = new Explanations(server, member, channel, now);
    return Stream.of(Permission.values())
        .filter(permission -> channel == null || !Permissions.SERVER_WIDE.contains(permission))
        .map(all::explain)
        .toList();
  }

  /** Why the member may do this one thing, or not. */
  public static Explanation of(
      ServerAccess server,
      @Nullable MemberAccess member,
      @Nullable ChannelAccess channel,
      Instant now,
      Permission permission) {
    return new Explanations(server, member, channel, now).explain(permission);
  }

  private Explanation explain(Permission permission) {
    List<Step> said = said(permission);
    Step last = said.getLast();
    return new Explanation(
        permission,
        last.allows(),
        said.stream()
            .map(
                step ->
                    new Step(
                        step.ground(),
                        step.allows(),
                        step.role(),
                        step.ground() == last.ground() && step.allows() == last.allows()))
            .toList());
  }

  /** Every word about it in order; who has the last one is not known yet. */
  private List<Step> said(Permission permission) {
    if (member == null) {
      return List.of(says(Ground.NOT_MEMBER, false));
    }
    if (server.ownerId().equals(member.userId())) {
      return List.of(says(Ground.OWNER, true));
    }
    List<Step> administrators = roles(Permission.ADMINISTRATOR, Ground.ADMINISTRATOR);
    if (!administrators.isEmpty()) {
      return administrators;
    }
    List<Step> said = new ArrayList<>(roles(permission, Ground.ROLE));
    if (said.isEmpty()) {
      said.add(says(Ground.NO_ROLE, false));
    }
    if (channel != null) {
      said.addAll(overwrites(permission, member, channel));
    }
    if (member.isTimedOut(now) && !Permissions.READING.contains(permission)) {
      said.add(says(Ground.TIME_OUT, false));
    }
    if (channel != null
        && permission != Permission.VIEW_CHANNEL
        && !said(Permission.VIEW_CHANNEL).getLast().allows()) {
      said.add(says(Ground.HIDDEN, false));
    }
    return said;
  }

  private List<Step> roles(Permission permission, Ground ground) {
    return held.stream()
        .filter(role -> server.roles().getOrDefault(role, PermissionSet.NONE).contains(permission))
        .map(role -> new Step(ground, true, role, false))
        .toList();
  }

  private List<Step> overwrites(Permission permission, MemberAccess asked, ChannelAccess place) {
    List<Step> said = new ArrayList<>();
    Overwrite forEveryone = place.roles().getOrDefault(everyone, Overwrite.NOTHING);
    if (speaks(forEveryone, permission)) {
      said.add(
          new Step(
              Ground.EVERYONE_OVERWRITE,
              forEveryone.allow().contains(permission),
              everyone,
              false));
    }
    // What stands in both is allowed, so only the allow had a say.
    said.addAll(ofRoles(permission, place, false));
    said.addAll(ofRoles(permission, place, true));
    Overwrite own = place.members().getOrDefault(asked.userId(), Overwrite.NOTHING);
    if (speaks(own, permission)) {
      said.add(says(Ground.MEMBER_OVERWRITE, own.allow().contains(permission)));
    }
    return said;
  }

  private List<Step> ofRoles(Permission permission, ChannelAccess place, boolean allows) {
    return held.stream()
        .filter(role -> !role.equals(everyone))
        .filter(
            role -> {
              Overwrite overwrite = place.roles().getOrDefault(role, Overwrite.NOTHING);
              return speaks(overwrite, permission)
                  && overwrite.allow().contains(permission) == allows;
            })
        .map(role -> new Step(Ground.ROLE_OVERWRITE, allows, role, false))
        .toList();
  }

  private static boolean speaks(Overwrite overwrite, Permission permission) {
    return !Permissions.SERVER_WIDE.contains(permission)
        && (overwrite.allow().contains(permission) || overwrite.deny().contains(permission));
  }

  private static Step says(Ground ground, boolean allows) {
    return new Step(ground, allows, null, false);
  }
}
