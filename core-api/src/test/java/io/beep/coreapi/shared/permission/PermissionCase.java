package io.beep.coreapi.shared.permission;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One question to the permission function, made up. */
record PermissionCase(
    ServerAccess server, @Nullable MemberAccess member, @Nullable ChannelAccess channel) {

  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  static final ServerId SERVER = new ServerId(new UUID(7, 1));
  static final RoleId EVERYONE = RoleId.everyone(SERVER);
  static final UserId OWNER = new UserId(new UUID(7, 2));
  static final UserId MEMBER = new UserId(new UUID(7, 3));
  static final UserId SOMEONE_ELSE = new UserId(new UUID(7, 5));
  static final ChannelId CHANNEL = new ChannelId(new UUID(7, 4));
  static final List<RoleId> ROLES =
      List.of(
          new RoleId(new UUID(7, 10)),
          new RoleId(new UUID(7, 11)),
          new RoleId(new UUID(7, 12)),
          new RoleId(new UUID(7, 13)));

  PermissionSet decided() {
    return Permissions.effective(server, member, channel, NOW);
  }

  PermissionCase with(ServerAccess newServer) {
    return new PermissionCase(newServer, member, channel);
  }

  PermissionCase with(@Nullable MemberAccess newMember) {
    return new PermissionCase(server, newMember, channel);
  }

  PermissionCase in(@Nullable ChannelAccess newChannel) {
    return new PermissionCase(server, member, newChannel);
  }

  /** One of everything that can be: strangers, owners, roles that are gone, times that are over. */
  static PermissionCase random(RandomGenerator random) {
    UserId user = random.nextInt(20) == 0 ? OWNER : MEMBER;
    return new PermissionCase(
        server(random),
        random.nextInt(10) == 0 ? null : member(random, user),
        random.nextInt(4) == 0 ? null : channel(random));
  }

  /** A member, who is not the owner, in a channel: where most of the steps have a say. */
  static PermissionCase randomInside(RandomGenerator random) {
    return new PermissionCase(server(random), member(random, MEMBER), channel(random));
  }

  private static ServerAccess server(RandomGenerator random) {
    Map<RoleId, PermissionSet> roles = new HashMap<>();
    roles.put(EVERYONE, permissions(random));
    for (RoleId role : ROLES) {
      if (random.nextInt(4) > 0) {
        roles.put(role, permissions(random));
      }
    }
    return new ServerAccess(SERVER, OWNER, roles);
  }

  private static MemberAccess member(RandomGenerator random, UserId user) {
    Set<RoleId> held = new HashSet<>();
    for (RoleId role : ROLES) {
      if (random.nextBoolean()) {
        held.add(role);
      }
    }
    if (random.nextInt(10) == 0) {
      held.add(EVERYONE);
    }
    Instant timedOutUntil =
        switch (random.nextInt(5)) {
          case 0 -> NOW.plusSeconds(1);
          case 1 -> NOW;
          default -> null;
        };
    return new MemberAccess(user, held, timedOutUntil);
  }

  private static ChannelAccess channel(RandomGenerator random) {
    Map<RoleId, Overwrite> roles = new HashMap<>();
    if (random.nextBoolean()) {
      roles.put(EVERYONE, overwrite(random));
    }
    for (RoleId role : ROLES) {
      if (random.nextInt(3) == 0) {
        roles.put(role, overwrite(random));
      }
    }
    Map<UserId, Overwrite> members = new HashMap<>();
    if (random.nextInt(3) == 0) {
      members.put(MEMBER, overwrite(random));
    }
    if (random.nextInt(6) == 0) {
      members.put(SOMEONE_ELSE, overwrite(random));
    }
    return new ChannelAccess(CHANNEL, SERVER, roles, members);
  }

  static RoleId role(RandomGenerator random) {
    return ROLES.get(random.nextInt(ROLES.size()));
  }

  static RoleId roleOrEveryone(RandomGenerator random) {
    return random.nextInt(4) == 0 ? EVERYONE : role(random);
  }

  static Overwrite overwrite(RandomGenerator random) {
    return new Overwrite(permissions(random), permissions(random));
  }

  /** A quarter of them; ADMINISTRATOR seldom, or it would decide most cases. */
  static PermissionSet permissions(RandomGenerator random) {
    long some = random.nextLong();
    long bits = some & random.nextLong() & PermissionSet.ALL.bits();
    PermissionSet administrator = PermissionSet.of(Permission.ADMINISTRATOR);
    PermissionSet ordinary = new PermissionSet(bits).minus(administrator);
    return random.nextInt(16) == 0 ? ordinary.plus(administrator) : ordinary;
  }
}
