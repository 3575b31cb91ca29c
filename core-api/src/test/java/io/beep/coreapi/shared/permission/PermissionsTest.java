package io.beep.coreapi.shared.permission;

import static io.beep.coreapi.shared.permission.PermissionCase.CHANNEL;
import static io.beep.coreapi.shared.permission.PermissionCase.EVERYONE;
import static io.beep.coreapi.shared.permission.PermissionCase.MEMBER;
import static io.beep.coreapi.shared.permission.PermissionCase.NOW;
import static io.beep.coreapi.shared.permission.PermissionCase.OWNER;
import static io.beep.coreapi.shared.permission.PermissionCase.ROLES;
import static io.beep.coreapi.shared.permission.PermissionCase.SERVER;
import static io.beep.coreapi.shared.permission.PermissionCase.SOMEONE_ELSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The permission function. Other cases each time; {@code -Dbeep.seed=…} tells the same ones. */
class PermissionsTest {

  private static final int MANY = 1_000_000;
  private static final int SOME = 50_000;

  /** A fixed number, so that a seed tells the same cases on every machine. */
  private static final int THREADS = 4;

  private static final PermissionSet ADMINISTRATOR = PermissionSet.of(Permission.ADMINISTRATOR);

  private final long seed = Long.getLong("beep.seed", System.nanoTime());
  private final SplittableRandom random = new SplittableRandom(seed);

  @BeforeEach
  void report(TestReporter reporter) {
    reporter.publishEntry("beep.seed", Long.toString(seed));
  }

  @Test
  void shouldAgreeWithTheOracleInAMillionCases() {
    long partly =
        IntStream.range(0, THREADS).mapToObj(_ -> random.split()).toList().parallelStream()
            .mapToLong(own -> partly(own, MANY / THREADS))
            .sum();
    // A generator that only made trivial cases would prove nothing.
    assertThat(partly).isGreaterThan(MANY / 4);
  }

  private long partly(RandomGenerator own, int cases) {
    long partly = 0;
    for (int i = 0; i < cases; i++) {
      PermissionCase one = PermissionCase.random(own);
      PermissionSet decided = one.decided();
      if (decided.bits() != oracle(one)) {
        assertThat(decided).as("seed %d, %s", seed, one).isEqualTo(new PermissionSet(oracle(one)));
      }
      partly += decided.bits() == 0 || decided.equals(PermissionSet.ALL) ? 0 : 1;
    }
    return partly;
  }

  private static long oracle(PermissionCase one) {
    PermissionOracle oracle = new PermissionOracle(one, NOW);
    long bits = 0;
    for (Permission permission : Permission.values()) {
      bits |= oracle.may(permission) ? 1L << permission.ordinal() : 0;
    }
    return bits;
  }

  /**
   * Runs a rule on many members in channels, and sees to it that its change was one now and then.
   */
  private void always(
      BiFunction<PermissionCase, PermissionCase, Boolean> rule,
      BiFunction<PermissionCase, ChannelAccess, PermissionCase> change) {
    int changed = 0;
    for (int i = 0; i < SOME; i++) {
      PermissionCase before = PermissionCase.randomInside(random);
      PermissionCase after = change.apply(before, Objects.requireNonNull(before.channel()));
      if (!rule.apply(before, after)) {
        assertThat(after.decided())
            .as("seed %d, from %s to %s", seed, before, after)
            .isEqualTo(before.decided());
        throw new AssertionError("the rule is broken, though the outcome is the same");
      }
      changed += before.equals(after) ? 0 : 1;
    }
    assertThat(changed).isGreaterThan(SOME / 4);
  }

  private static boolean neverGrants(PermissionCase before, PermissionCase after) {
    return before.decided().containsAll(after.decided());
  }

  private static boolean neverTakes(PermissionCase before, PermissionCase after) {
    return after.decided().containsAll(before.decided());
  }

  private static boolean changesNothing(PermissionCase before, PermissionCase after) {
    return after.decided().equals(before.decided());
  }

  private static MemberAccess memberOf(PermissionCase one) {
    return Objects.requireNonNull(one.member());
  }

  @Nested
  class WhenAnOverwriteIsChanged {

    private ChannelAccess changed(ChannelAccess channel, PermissionSet allow, PermissionSet deny) {
      boolean ofMember = random.nextInt(4) == 0;
      OverwriteKind kind = ofMember ? OverwriteKind.MEMBER : OverwriteKind.ROLE;
      UUID target = ofMember ? MEMBER.value() : PermissionCase.roleOrEveryone(random).value();
      Overwrite before = Objects.requireNonNullElse(channel.of(kind, target), Overwrite.NOTHING);
      return channel.with(
          kind, target, new Overwrite(before.allow().plus(allow), before.deny().plus(deny)));
    }

    @Test
    void shouldNeverGrantByAddingADeny() {
      always(
          PermissionsTest::neverGrants,
          (one, channel) ->
              one.in(changed(channel, PermissionSet.NONE, PermissionCase.permissions(random))));
    }

    @Test
    void shouldNeverTakeByAddingAnAllow() {
      always(
          PermissionsTest::neverTakes,
          (one, channel) ->
              one.in(changed(channel, PermissionCase.permissions(random), PermissionSet.NONE)));
    }

    /** Otherwise an overwrite could make somebody an administrator. */
    @Test
    void shouldGiveAndTakeNothingThatIsOfTheServerAsAWhole() {
      always(
          PermissionsTest::changesNothing,
          (one, channel) ->
              one.in(
                  changed(
                      channel,
                      PermissionCase.permissions(random).intersect(Permissions.SERVER_WIDE),
                      Permissions.SERVER_WIDE)));
    }

    @Test
    void shouldConcernNobodyElse() {
      always(
          PermissionsTest::changesNothing,
          (one, channel) -> {
            ChannelAccess other =
                channel.with(
                    OverwriteKind.MEMBER, SOMEONE_ELSE.value(), PermissionCase.overwrite(random));
            RoleId role = PermissionCase.role(random);
            return one.in(
                memberOf(one).roles().contains(role)
                    ? other
                    : other.with(
                        OverwriteKind.ROLE, role.value(), PermissionCase.overwrite(random)));
          });
    }

    /** All denies, then all allows: what one role says is not heard before what another says. */
    @Test
    void shouldNotCareInWhichOrderRolesStand() {
      always(
          PermissionsTest::changesNothing,
          (one, channel) -> {
            List<RoleId> shuffled = new ArrayList<>(ROLES);
            Collections.shuffle(shuffled, new Random(random.nextLong()));
            Map<RoleId, RoleId> names = new HashMap<>();
            names.put(EVERYONE, EVERYONE);
            for (int i = 0; i < shuffled.size(); i++) {
              names.put(ROLES.get(i), shuffled.get(i));
            }
            MemberAccess member = memberOf(one);
            return new PermissionCase(
                new ServerAccess(SERVER, OWNER, renamed(one.server().roles(), names)),
                new MemberAccess(
                    MEMBER,
                    member.roles().stream()
                        .map(role -> names.getOrDefault(role, role))
                        .collect(Collectors.toSet()),
                    member.timedOutUntil()),
                new ChannelAccess(
                    CHANNEL, SERVER, renamed(channel.roles(), names), channel.members()));
          });
    }

    private static <T> Map<RoleId, T> renamed(Map<RoleId, T> byRole, Map<RoleId, RoleId> names) {
      Map<RoleId, T> renamed = new HashMap<>();
      byRole.forEach((role, value) -> renamed.put(names.getOrDefault(role, role), value));
      return renamed;
    }
  }

  @Nested
  class WhenARoleIsChanged {

    @Test
    void shouldNeverTakeByAllowingMore() {
      always(
          PermissionsTest::neverTakes,
          (one, channel) -> {
            RoleId role = PermissionCase.roleOrEveryone(random);
            PermissionSet before = one.server().roles().get(role);
            return before == null
                ? one
                : one.with(
                    one.server().with(role, before.plus(PermissionCase.permissions(random))));
          });
    }

    @Test
    void shouldNeverTakeByGivingOneInTheServerAsAWhole() {
      always(
          (before, after) -> neverTakes(before.in(null), after.in(null)),
          (one, channel) -> one.with(memberOf(one).with(PermissionCase.role(random))));
    }

    /** What overwrites a role brings may well take, its own permissions may not. */
    @Test
    void shouldNeverTakeByGivingOneThatNoOverwriteNames() {
      always(
          PermissionsTest::neverTakes,
          (one, channel) -> {
            RoleId role = PermissionCase.role(random);
            return channel.roles().containsKey(role) ? one : one.with(memberOf(one).with(role));
          });
    }

    @Test
    void shouldLeaveNothingOfOneThatIsGone() {
      always(
          (before, after) -> {
            RoleId gone = ROLES.getFirst();
            return after.decided().equals(after.with(memberOf(after).without(gone)).decided());
          },
          (one, channel) ->
              one.with(memberOf(one).with(ROLES.getFirst()))
                  .with(one.server().without(ROLES.getFirst())));
    }

    @Test
    void shouldTakeAsMuchByTakingItAsByDeletingIt() {
      always(
          (before, after) ->
              after
                  .decided()
                  .equals(before.with(before.server().without(ROLES.getFirst())).decided()),
          (one, channel) -> one.with(memberOf(one).without(ROLES.getFirst())));
    }
  }

  @Nested
  class WhenSomeoneStandsAboveOverwrites {

    private boolean mayAll(PermissionCase before, PermissionCase after) {
      return after.decided().equals(PermissionSet.ALL);
    }

    @Test
    void shouldLetTheOwnerDoEverything() {
      always(
          this::mayAll,
          (one, channel) ->
              one.with(new MemberAccess(OWNER, Set.of(), memberOf(one).timedOutUntil())));
    }

    @Test
    void shouldLetAdministratorsDoEverything() {
      always(
          this::mayAll,
          (one, channel) -> {
            RoleId role = PermissionCase.role(random);
            return one.with(one.server().with(role, ADMINISTRATOR)).with(memberOf(one).with(role));
          });
    }
  }

  @Nested
  class WhenSomeoneIsKeptOut {

    @Test
    void shouldLeaveNothingWithoutViewing() {
      always(
          (before, after) ->
              before.decided().equals(PermissionSet.ALL)
                  || after.decided().equals(PermissionSet.NONE),
          (one, channel) ->
              one.in(
                  channel.with(
                      OverwriteKind.MEMBER,
                      MEMBER.value(),
                      new Overwrite(
                          PermissionCase.permissions(random)
                              .minus(PermissionSet.of(Permission.VIEW_CHANNEL)),
                          PermissionSet.of(Permission.VIEW_CHANNEL)))));
    }

    @Test
    void shouldLeaveTheTimedOutOnlyReading() {
      always(
          (before, after) ->
              after.decided().equals(PermissionSet.ALL)
                  || Permissions.READING.containsAll(after.decided()),
          (one, channel) ->
              one.with(
                  new MemberAccess(
                      MEMBER, memberOf(one).roles(), NOW.plusNanos(random.nextInt(1, 9)))));
    }

    @Test
    void shouldForgetATimeOutThatIsOver() {
      always(
          (before, after) ->
              after
                  .decided()
                  .equals(
                      after
                          .with(new MemberAccess(MEMBER, memberOf(after).roles(), null))
                          .decided()),
          (one, channel) ->
              one.with(
                  new MemberAccess(
                      MEMBER, memberOf(one).roles(), NOW.minusNanos(random.nextInt(9)))));
    }

    @Test
    void shouldAllowStrangersNothing() {
      always(
          (before, after) -> after.decided().equals(PermissionSet.NONE),
          (one, channel) -> one.with((MemberAccess) null));
    }

    @Test
    void shouldHoldForTheRightPersonAlone() {
      UserId stranger = SOMEONE_ELSE;
      always(
          (before, after) ->
              after
                  .decided()
                  .equals(
                      after
                          .in(
                              Objects.requireNonNull(after.channel())
                                  .without(OverwriteKind.MEMBER, MEMBER.value()))
                          .decided()),
          (one, channel) -> one.with(new MemberAccess(stranger, memberOf(one).roles(), null)));
    }
  }
}
