package io.beep.command.channel;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.beep.command.shared.AccessState;
import io.beep.command.shared.ChannelPlace;
import io.beep.command.shared.ChannelStanding;
import io.beep.coreapi.audit.AuditError;
import io.beep.coreapi.audit.GetUndo;
import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.channel.ChannelError;
import io.beep.coreapi.channel.ChannelMoved;
import io.beep.coreapi.channel.ChannelOverwriteRemoved;
import io.beep.coreapi.channel.ChannelOverwriteSet;
import io.beep.coreapi.channel.ChannelRestored;
import io.beep.coreapi.channel.ChannelSynced;
import io.beep.coreapi.channel.ChannelUnsynced;
import io.beep.coreapi.channel.MoveChannel;
import io.beep.coreapi.channel.RemoveChannelOverwrite;
import io.beep.coreapi.channel.SetChannelOverwrite;
import io.beep.coreapi.channel.SyncChannel;
import io.beep.coreapi.channel.UnsyncChannel;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.ChannelAccess;
import io.beep.coreapi.shared.permission.Overwrite;
import io.beep.coreapi.shared.permission.OverwriteKind;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/**
 * What a channel gives to and takes from roles and members, a part of {@link Channel}. While it is
 * synced the overwrites of its folder count; the first change makes a copy of them its own. The
 * copy is set while it is still of no effect and then counts at once, so that nobody ever sees a
 * hidden channel in between.
 */
final class ChannelOverwrites {

  private static final PermissionSet VIEWING = PermissionSet.of(Permission.VIEW_CHANNEL);

  /** Each is some kilobytes at most; whoever makes more of them in a day cannot undo the rest. */
  private static final int MOST_FORMERS = 50;

  /** Its own; none while it is synced. */
  private @Nullable ChannelAccess own;

  /**
   * What its own were each time that it was synced, for as long as that can be undone. The oldest
   * stay when there are too many, as that is what it was before whoever made so many of them.
   */
  private final NavigableMap<Instant, ChannelAccess> formers = new TreeMap<>();

  private @Nullable ChannelId folder;
  private boolean synced;

  @CommandHandler
  void decide(SetChannelOverwrite command, AccessState access) {
    ChannelStanding asking = requireManager(command.actor(), command.channelId(), access);
    Overwrite wished = OverwriteRules.require(command.allow(), command.deny());
    ChannelAccess before = counting(asking);
    Target target = requireTarget(command.targetId(), asking.place().serverId(), access);
    Overwrite known = before.of(target.kind(), target.id());
    requireChange(asking, target, known, wished, access);
    if (wished.equals(known)) {
      return;
    }
    if (known == null) {
      OverwriteRules.requireRoom(before);
    }
    boolean wasSynced = synced;
    copyWhenSynced(asking, command.actor());
    set(asking.place(), target, wished, command.actor());
    unsync(wasSynced, asking.place(), command.actor());
  }

  @CommandHandler
  void decide(RemoveChannelOverwrite command, AccessState access) {
    ChannelStanding asking = requireManager(command.actor(), command.channelId(), access);
    Target target = requireOverwritten(command.targetId(), counting(asking));
    Overwrite known = counting(asking).of(target.kind(), target.id());
    requireChange(asking, target, known, null, access);
    boolean wasSynced = synced;
    copyWhenSynced(asking, command.actor());
    ChannelPlace place = asking.place();
    apply(
        new ChannelOverwriteRemoved(
            place.channelId(),
            place.serverId(),
            target.kind().wireName(),
            target.id(),
            command.actor()));
    unsync(wasSynced, place, command.actor());
  }

  /** Looks at all that may be refused before it does anything. */
  void setPrivate(boolean hidden, ChannelId channel, UserId actor, AccessState access) {
    ChannelStanding asking = requireManager(actor, channel, access);
    Overwrite known = ofEveryone(asking);
    Overwrite wished =
        hidden
            ? new Overwrite(known.allow().minus(VIEWING), known.deny().plus(VIEWING))
            : new Overwrite(known.allow(), known.deny().minus(VIEWING));
    setOfEveryone(asking, wished, actor, access);
  }

  private Overwrite ofEveryone(ChannelStanding asking) {
    Overwrite known = counting(asking).of(OverwriteKind.ROLE, everyone(asking.place()).id());
    return Objects.requireNonNullElse(known, Overwrite.NOTHING);
  }

  private static Target everyone(ChannelPlace place) {
    return new Target(OverwriteKind.ROLE, RoleId.everyone(place.serverId()).value());
  }

  /**
   * What says nothing more is removed, so that hiding and showing again leaves no trace. Who hides
   * a channel from themselves too is let in first, so that at no moment they do not see it.
   */
  private void setOfEveryone(
      ChannelStanding asking, Overwrite wished, UserId actor, AccessState access) {
    ChannelPlace place = asking.place();
    Target target = everyone(place);
    Overwrite known = ofEveryone(asking);
    if (wished.equals(known)) {
      return;
    }
    requireChange(asking, target, known, wished, access);
    ChannelAccess after = counting(asking).with(target.kind(), target.id(), wished);
    boolean wasSynced = synced;
    copyWhenSynced(asking, actor);
    letIn(actor, after, access);
    if (wished.equals(Overwrite.NOTHING)) {
      apply(
          new ChannelOverwriteRemoved(
              place.channelId(), place.serverId(), target.kind().wireName(), target.id(), actor));
    } else {
      set(place, target, wished, actor);
    }
    unsync(wasSynced, place, actor);
  }

  /** Lets its maker see a channel that was just made, who would not otherwise. */
  void letIn(UserId maker, AccessState access) {
    if (!synced) {
      letIn(maker, Objects.requireNonNull(own), access);
    }
  }

  /**
   * @param after what is to count
   */
  private static void letIn(UserId user, ChannelAccess after, AccessState access) {
    if (access.wouldSee(user, after)) {
      return;
    }
    Overwrite known =
        Objects.requireNonNullElse(after.of(OverwriteKind.MEMBER, user.value()), Overwrite.NOTHING);
    apply(
        new ChannelOverwriteSet(
            after.channelId(),
            after.serverId(),
            OverwriteKind.MEMBER.wireName(),
            user.value(),
            known.allow().plus(VIEWING).names(),
            known.deny().minus(VIEWING).names(),
            user));
  }

  @Nullable ChannelId folder() {
    return folder;
  }

  boolean synced() {
    return synced;
  }

  /** What its own overwrites allow, by the key of each. */
  Map<String, List<String>> allowed() {
    return named(Overwrite::allow);
  }

  /** What its own overwrites deny, by the key of each. */
  Map<String, List<String>> denied() {
    return named(Overwrite::deny);
  }

  private Map<String, List<String>> named(Function<Overwrite, PermissionSet> side) {
    Map<String, List<String>> named = new HashMap<>();
    if (own != null) {
      for (Target target : targetsOf(own)) {
        Overwrite overwrite =
            Objects.requireNonNullElse(own.of(target.kind(), target.id()), Overwrite.NOTHING);
        named.put(ChannelRestored.key(target.kind(), target.id()), side.apply(overwrite).names());
      }
    }
    return named;
  }

  boolean isIn(ChannelId other) {
    return other.equals(folder);
  }

  /**
   * What anyone may do in the channel stays, unless it is to follow its new folder: then the one
   * who moves it must be allowed every single change of that.
   */
  void moveInto(MoveChannel command, AccessState access) {
    ChannelId wished = command.folderId();
    ChannelStanding asking =
        access.requireStandingIn(command.actor(), command.channelId(), Permission.MANAGE_CHANNELS);
    ChannelPlace place = asking.place();
    if (!Objects.equals(wished, folder)) {
      boolean wasSynced = synced;
      copyWhenSynced(asking, command.actor());
      unsync(wasSynced, place, command.actor());
      apply(new ChannelMoved(place.channelId(), place.serverId(), wished, command.actor()));
    }
    if (command.synced()) {
      if (wished == null) {
        throw new DomainException(new ChannelError.NotInFolder());
      }
      sync(
          requireManager(command.actor(), command.channelId(), access),
          wished,
          command.actor(),
          access);
    }
  }

  @CommandHandler
  void decide(SyncChannel command, AccessState access) {
    ChannelStanding asking = requireManager(command.actor(), command.channelId(), access);
    if (folder == null) {
      throw new DomainException(new ChannelError.NotInFolder());
    }
    sync(asking, folder, command.actor(), access);
  }

  private void sync(ChannelStanding asking, ChannelId with, UserId actor, AccessState access) {
    if (synced) {
      return;
    }
    requireChanges(asking, counting(asking), access.overwritesOf(with), access);
    ChannelPlace place = asking.place();
    apply(new ChannelSynced(place.channelId(), place.serverId(), with, actor));
  }

  @CommandHandler
  void decide(UnsyncChannel command, AccessState access) {
    ChannelStanding asking = requireManager(command.actor(), command.channelId(), access);
    if (!synced) {
      return;
    }
    ChannelAccess after = formers.get(command.syncedAt());
    if (after == null) {
      throw new DomainException(new AuditError.ChangedSince());
    }
    requireChanges(asking, counting(asking), after, access);
    setAll(after, asking.place(), command.actor());
    unsync(true, asking.place(), command.actor());
  }

  private static void requireChanges(
      ChannelStanding asking, ChannelAccess before, ChannelAccess after, AccessState access) {
    SortedSet<Target> targets = targetsOf(before);
    targets.addAll(targetsOf(after));
    for (Target target : targets) {
      Overwrite known = before.of(target.kind(), target.id());
      Overwrite wished = after.of(target.kind(), target.id());
      if (!Objects.equals(known, wished)) {
        requireChange(asking, target, known, wished, access);
      }
    }
  }

  private static ChannelStanding requireManager(
      UserId actor, ChannelId channelId, AccessState access) {
    return access.requireStandingIn(actor, channelId, Permission.MANAGE_ROLES);
  }

  private ChannelAccess counting(ChannelStanding asking) {
    return synced || own == null ? asking.counting() : own;
  }

  private static Target requireTarget(UUID id, ServerId server, AccessState access) {
    if (access.isRoleOf(new RoleId(id), server)) {
      return new Target(OverwriteKind.ROLE, id);
    }
    if (access.isMember(new UserId(id), server)) {
      return new Target(OverwriteKind.MEMBER, id);
    }
    throw new DomainException(new CommonError.NotFound("overwrite"));
  }

  private static Target requireOverwritten(UUID id, ChannelAccess channel) {
    for (OverwriteKind kind : OverwriteKind.values()) {
      if (channel.of(kind, id) != null) {
        return new Target(kind, id);
      }
    }
    throw new DomainException(new CommonError.NotFound("overwrite"));
  }

  /** Lets pass who stands above the target and may do themselves all that changes for it. */
  private static void requireChange(
      ChannelStanding asking,
      Target target,
      @Nullable Overwrite before,
      @Nullable Overwrite after,
      AccessState access) {
    switch (target.kind()) {
      case ROLE -> asking.standing().requireAbove(new RoleId(target.id()));
      case MEMBER -> {
        UserId member = new UserId(target.id());
        asking.standing().requireAbove(member, access.rolesOf(member, asking.place().serverId()));
      }
    }
    Overwrite was = Objects.requireNonNullElse(before, Overwrite.NOTHING);
    Overwrite is = Objects.requireNonNullElse(after, Overwrite.NOTHING);
    asking
        .standing()
        .requireAll(was.allow().difference(is.allow()).plus(was.deny().difference(is.deny())));
  }

  private void copyWhenSynced(ChannelStanding asking, UserId actor) {
    if (synced) {
      setAll(asking.counting(), asking.place(), actor);
    }
  }

  private static void setAll(ChannelAccess overwrites, ChannelPlace place, UserId actor) {
    for (Target target : targetsOf(overwrites)) {
      Overwrite overwrite = overwrites.of(target.kind(), target.id());
      if (overwrite != null) {
        set(place, target, overwrite, actor);
      }
    }
  }

  private static void set(ChannelPlace place, Target target, Overwrite overwrite, UserId actor) {
    apply(
        new ChannelOverwriteSet(
            place.channelId(),
            place.serverId(),
            target.kind().wireName(),
            target.id(),
            overwrite.allow().names(),
            overwrite.deny().names(),
            actor));
  }

  private static void unsync(boolean wasSynced, ChannelPlace place, UserId actor) {
    if (wasSynced) {
      apply(new ChannelUnsynced(place.channelId(), place.serverId(), actor));
    }
  }

  /** In an order that is the same each time. */
  private static SortedSet<Target> targetsOf(ChannelAccess channel) {
    SortedSet<Target> targets =
        new TreeSet<>(Comparator.comparing(Target::kind).thenComparing(Target::id));
    channel.roles().keySet().forEach(id -> targets.add(new Target(OverwriteKind.ROLE, id.value())));
    channel
        .members()
        .keySet()
        .forEach(id -> targets.add(new Target(OverwriteKind.MEMBER, id.value())));
    return targets;
  }

  @EventSourcingHandler
  void evolve(ChannelCreated event) {
    folder = event.parentId();
    synced = event.parentId() != null && !event.isPrivate();
    own =
        event.isPrivate()
            ? ChannelAccess.hidden(event.channelId(), event.serverId())
            : ChannelAccess.open(event.channelId(), event.serverId());
  }

  @EventSourcingHandler
  void evolve(ChannelMoved event) {
    folder = event.folderId();
  }

  @EventSourcingHandler
  void evolve(ChannelOverwriteSet event) {
    own =
        Objects.requireNonNull(own)
            .with(
                OverwriteKind.named(event.targetKind()),
                event.targetId(),
                Overwrite.named(event.allow(), event.deny()));
  }

  @EventSourcingHandler
  void evolve(ChannelOverwriteRemoved event) {
    own =
        Objects.requireNonNull(own)
            .without(OverwriteKind.named(event.targetKind()), event.targetId());
  }

  @EventSourcingHandler
  void evolve(ChannelUnsynced event) {
    synced = false;
  }

  @EventSourcingHandler
  void evolve(ChannelSynced event, @Timestamp Instant at) {
    synced = true;
    formers.headMap(at.minus(GetUndo.GRACE)).clear();
    if (own != null && formers.size() < MOST_FORMERS) {
      formers.put(at, own);
    }
    own = ChannelAccess.open(event.channelId(), event.serverId());
  }

  private record Target(OverwriteKind kind, UUID id) {}
}
