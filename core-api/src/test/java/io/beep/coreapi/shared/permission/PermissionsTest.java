package io.beep.coreapi.shared.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PermissionsTest {

  private static final int CASES = 200_000;
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final ServerId SERVER = new ServerId(new UUID(7, 1));
  private static final RoleId EVERYONE = RoleId.everyone(SERVER);
  private static final UserId OWNER = new UserId(new UUID(7, 2));
  private static final UserId MEMBER = new UserId(new UUID(7, 3));
  private static final ChannelId CHANNEL = new ChannelId(new UUID(7, 4));
  private static final List<RoleId> ROLES =
      List.of(
          new RoleId(new UUID(7, 10)), new RoleId(new UUID(7, 11)), new RoleId(new UUID(7, 12)));

  private record Case(
      ServerAccess server, @Nullable MemberAccess member, @Nullable ChannelAccess channel) {
    PermissionSet decided() {
      return Permissions.effective(server, member, channel, NOW);
    }
  }

  @Test
  void shouldAgreeWithTheDocumentedStepsTakenOneByOne() {
    Random random = new Random(42);
    int allowed = 0;
    for (int i = 0; i < CASES; i++) {
      Case one = randomCase(random);
      Set<Permission> expected = stepByStep(one);
      assertThat(one.decided()).as("%s", one).isEqualTo(PermissionSet.of(expected));
      allowed += expected.isEmpty() ? 0 : 1;
    }
    // A generator that only made trivial cases would prove nothing.
    assertThat(allowed).isBetween(CASES / 10, CASES * 9 / 10);
  }

  @Test
  void shouldNeverGrantByAddingADeny() {
    Random random = new Random(43);
    for (int i = 0; i < CASES / 4; i++) {
      Case one = randomCase(random);
      ChannelAccess channel = one.channel();
      if (channel == null) {
        continue;
      }
      RoleId role = random.nextBoolean() ? EVERYONE : ROLES.get(random.nextInt(ROLES.size()));
      Map<RoleId, Overwrite> roles = new HashMap<>(channel.roles());
      Overwrite before = roles.getOrDefault(role, Overwrite.NOTHING);
      roles.put(role, new Overwrite(before.allow(), before.deny().plus(randomSet(random))));
      ChannelAccess stricter = new ChannelAccess(CHANNEL, SERVER, roles, channel.members());

      assertThat(
              one.decided().containsAll(new Case(one.server(), one.member(), stricter).decided()))
          .isTrue();
    }
  }

  @Test
  void shouldNeverTakeByGivingARoleInTheServerAsAWhole() {
    Random random = new Random(44);
    for (int i = 0; i < CASES / 4; i++) {
      Case one = randomCase(random);
      MemberAccess member = one.member();
      if (member == null) {
        continue;
      }
      Set<RoleId> more = new HashSet<>(member.roles());
      more.add(ROLES.get(random.nextInt(ROLES.size())));
      MemberAccess promoted = new MemberAccess(member.userId(), more, member.timedOutUntil());

      assertThat(
              new Case(one.server(), promoted, null)
                  .decided()
                  .containsAll(new Case(one.server(), member, null).decided()))
          .isTrue();
    }
  }

  @Test
  void shouldLeaveTheTimedOutOnlyReading() {
    ServerAccess server = new ServerAccess(SERVER, OWNER, Map.of(EVERYONE, all()));
    MemberAccess member = new MemberAccess(MEMBER, Set.of(), NOW.plusSeconds(1));

    assertThat(
            Permissions.effective(
                new ServerAccess(
                    SERVER,
                    OWNER,
                    Map.of(EVERYONE, all().minus(PermissionSet.of(Permission.ADMINISTRATOR)))),
                member,
                ChannelAccess.open(CHANNEL, SERVER),
                NOW))
        .isEqualTo(Permissions.READING);
    assertThat(Permissions.effective(server, member, null, NOW)).isEqualTo(all());
  }

  /**
   * Written from the documented steps with sets instead of bits, and without a look at the
   * function.
   */
  private static Set<Permission> stepByStep(Case one) {
    MemberAccess member = one.member();
    if (member == null) {
      return Set.of();
    }
    if (member.userId().equals(one.server().ownerId())) {
      return EnumSet.allOf(Permission.class);
    }
    Set<Permission> result = EnumSet.noneOf(Permission.class);
    List<RoleId> held = new ArrayList<>();
    held.add(EVERYONE);
    for (RoleId role : member.roles()) {
      if (one.server().roles().containsKey(role) && !role.equals(EVERYONE)) {
        held.add(role);
      }
    }
    for (RoleId role : held) {
      result.addAll(permissionsOf(one.server().roles().getOrDefault(role, PermissionSet.NONE)));
    }
    if (result.contains(Permission.ADMINISTRATOR)) {
      return EnumSet.allOf(Permission.class);
    }
    ChannelAccess channel = one.channel();
    if (channel != null) {
      overwrite(result, channel.roles().get(EVERYONE));
      for (RoleId role : held.subList(1, held.size())) {
        Overwrite change = channel.roles().get(role);
        if (change != null) {
          result.removeAll(permissionsOf(change.deny()));
        }
      }
      for (RoleId role : held.subList(1, held.size())) {
        Overwrite change = channel.roles().get(role);
        if (change != null) {
          result.addAll(permissionsOf(change.allow()));
        }
      }
      overwrite(result, channel.members().get(member.userId()));
    }
    Instant until = member.timedOutUntil();
    if (until != null && until.isAfter(NOW)) {
      result.retainAll(EnumSet.of(Permission.VIEW_CHANNEL, Permission.READ_HISTORY));
    }
    return channel != null && !result.contains(Permission.VIEW_CHANNEL) ? Set.of() : result;
  }

  private static void overwrite(Set<Permission> permissions, @Nullable Overwrite change) {
    if (change != null) {
      permissions.removeAll(permissionsOf(change.deny()));
      permissions.addAll(permissionsOf(change.allow()));
    }
  }

  private static Set<Permission> permissionsOf(PermissionSet set) {
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    set.names().forEach(name -> permissions.add(Permission.valueOf(name)));
    return permissions;
  }

  private static Case randomCase(Random random) {
    Map<RoleId, PermissionSet> roles = new HashMap<>();
    roles.put(EVERYONE, randomSet(random));
    for (RoleId role : ROLES) {
      if (random.nextInt(4) > 0) {
        roles.put(role, randomSet(random));
      }
    }
    Set<RoleId> held = new HashSet<>();
    ROLES.stream().filter(role -> random.nextBoolean()).forEach(held::add);
    if (random.nextInt(10) == 0) {
      held.add(EVERYONE);
    }
    Instant timeOut =
        switch (random.nextInt(5)) {
          case 0 -> NOW.plusSeconds(1);
          case 1 -> NOW;
          default -> null;
        };
    UserId user = random.nextInt(20) == 0 ? OWNER : MEMBER;
    return new Case(
        new ServerAccess(SERVER, OWNER, roles),
        random.nextInt(10) == 0 ? null : new MemberAccess(user, held, timeOut),
        random.nextInt(4) == 0 ? null : randomChannel(random));
  }

  private static ChannelAccess randomChannel(Random random) {
    Map<RoleId, Overwrite> roles = new HashMap<>();
    if (random.nextBoolean()) {
      roles.put(EVERYONE, randomOverwrite(random));
    }
    ROLES.stream()
        .filter(role -> random.nextInt(3) == 0)
        .forEach(role -> roles.put(role, randomOverwrite(random)));
    return new ChannelAccess(
        CHANNEL,
        SERVER,
        roles,
        random.nextInt(3) == 0 ? Map.of(MEMBER, randomOverwrite(random)) : Map.of());
  }

  private static Overwrite randomOverwrite(Random random) {
    return new Overwrite(randomSet(random), randomSet(random));
  }

  /** A few of them; ADMINISTRATOR seldom, or it would decide most cases. */
  private static PermissionSet randomSet(Random random) {
    long some = random.nextLong();
    long bits = some & random.nextLong() & all().bits();
    PermissionSet set = new PermissionSet(bits);
    return random.nextInt(12) == 0
        ? set.plus(PermissionSet.of(Permission.ADMINISTRATOR))
        : set.minus(PermissionSet.of(Permission.ADMINISTRATOR));
  }

  private static PermissionSet all() {
    return PermissionSet.ALL;
  }
}
