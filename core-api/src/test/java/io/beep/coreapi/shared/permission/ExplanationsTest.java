package io.beep.coreapi.shared.permission;

import static io.beep.coreapi.shared.permission.PermissionCase.EVERYONE;
import static io.beep.coreapi.shared.permission.PermissionCase.MEMBER;
import static io.beep.coreapi.shared.permission.PermissionCase.NOW;
import static io.beep.coreapi.shared.permission.PermissionCase.OWNER;
import static io.beep.coreapi.shared.permission.PermissionCase.ROLES;
import static io.beep.coreapi.shared.permission.PermissionCase.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.permission.Explanation.Step;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

class ExplanationsTest {

  private static final int CASES = 20_000;
  private static final RoleId WRITERS = ROLES.get(0);
  private static final RoleId GUESTS = ROLES.get(1);
  private static final PermissionSet SENDING = PermissionSet.of(Permission.SEND_MESSAGES);
  private static final PermissionSet SEEING = PermissionSet.of(Permission.VIEW_CHANNEL);

  private final long seed = Long.getLong("beep.seed", System.nanoTime());
  private final SplittableRandom random = new SplittableRandom(seed);

  @BeforeEach
  void report(TestReporter reporter) {
    reporter.publishEntry("beep.seed", Long.toString(seed));
  }

  @Nested
  class WhenCasesAreMadeUp {

    @Test
    void shouldAlwaysEndWhereTheFunctionEnds() {
      Set<Ground> seen = EnumSet.noneOf(Ground.class);
      for (int i = 0; i < CASES; i++) {
        PermissionCase one = PermissionCase.random(random);
        PermissionSet decided = one.decided();
        for (Explanation told : explain(one)) {
          if (told.allowed() != decided.contains(told.permission())) {
            throw new AssertionError("seed " + seed + ", " + one + " is told as " + told);
          }
          told.steps().stream().filter(Step::decides).map(Step::ground).forEach(seen::add);
        }
      }
      assertThat(seen).containsExactlyInAnyOrder(Ground.values());
    }

    @Test
    void shouldSayWhoHadTheLastWord() {
      for (int i = 0; i < CASES / 2; i++) {
        PermissionCase one = PermissionCase.random(random);
        for (Explanation told : explain(one)) {
          List<Step> steps = told.steps();
          List<Step> deciding = steps.stream().filter(Step::decides).toList();
          boolean isWell =
              !deciding.isEmpty()
                  && steps.getLast().decides()
                  && deciding.stream().allMatch(step -> step.allows() == told.allowed())
                  && steps.subList(steps.size() - deciding.size(), steps.size()).equals(deciding);
          if (!isWell) {
            throw new AssertionError("seed " + seed + ", " + one + " is told as " + told);
          }
        }
      }
    }

    /** Without the overwrites that decided, what stood before them decides. */
    @Test
    void shouldNameOverwritesWithoutWhichTheStepBeforeDecides() {
      int changed = 0;
      for (int i = 0; i < CASES; i++) {
        PermissionCase one = PermissionCase.randomInside(random);
        Explanation told = explain(one, Permission.VIEW_CHANNEL);
        Ground ground = told.steps().getLast().ground();
        if (ground != Ground.MEMBER_OVERWRITE
            && ground != Ground.ROLE_OVERWRITE
            && ground != Ground.EVERYONE_OVERWRITE) {
          continue;
        }
        Explanation rest = explain(one.in(withoutWhatDecided(one, told)), Permission.VIEW_CHANNEL);
        List<Step> before = told.steps().stream().filter(step -> !step.decides()).toList();
        if (rest.allowed() != before.getLast().allows()) {
          throw new AssertionError("seed " + seed + ", " + one + " is told as " + told);
        }
        changed++;
      }
      assertThat(changed).isGreaterThan(CASES / 10);
    }

    private ChannelAccess withoutWhatDecided(PermissionCase one, Explanation told) {
      ChannelAccess channel = Objects.requireNonNull(one.channel());
      for (Step step : told.steps()) {
        RoleId role = step.role();
        if (step.decides()) {
          channel =
              role == null
                  ? channel.without(OverwriteKind.MEMBER, MEMBER.value())
                  : channel.without(OverwriteKind.ROLE, role.value());
        }
      }
      return channel;
    }
  }

  @Nested
  class WhenAdaMaySendInNews {

    private final ServerAccess server =
        new ServerAccess(
            SERVER, OWNER, Map.of(EVERYONE, SEEING, WRITERS, SENDING, GUESTS, PermissionSet.NONE));
    private final MemberAccess ada = new MemberAccess(MEMBER, Set.of(WRITERS, GUESTS), null);
    private final ChannelAccess news = ChannelAccess.open(PermissionCase.CHANNEL, SERVER);

    private Explanation may(MemberAccess who, ChannelAccess where) {
      return explain(new PermissionCase(server, who, where), Permission.SEND_MESSAGES);
    }

    @Test
    void shouldNameTheRole() {
      assertThat(may(ada, news).steps())
          .containsExactly(new Step(Ground.ROLE, true, WRITERS, true));
    }

    @Test
    void shouldTellEveryStepInOrder() {
      ChannelAccess strict =
          news.with(OverwriteKind.ROLE, EVERYONE.value(), denies())
              .with(OverwriteKind.ROLE, GUESTS.value(), denies())
              .with(OverwriteKind.ROLE, WRITERS.value(), allows());

      assertThat(may(ada, strict))
          .isEqualTo(
              new Explanation(
                  Permission.SEND_MESSAGES,
                  true,
                  List.of(
                      new Step(Ground.ROLE, true, WRITERS, false),
                      new Step(Ground.EVERYONE_OVERWRITE, false, EVERYONE, false),
                      new Step(Ground.ROLE_OVERWRITE, false, GUESTS, false),
                      new Step(Ground.ROLE_OVERWRITE, true, WRITERS, true))));
      assertThat(may(ada, strict.with(OverwriteKind.MEMBER, MEMBER.value(), denies())).steps())
          .endsWith(new Step(Ground.MEMBER_OVERWRITE, false, null, true));
    }

    @Test
    void shouldSayThatNoRoleAllows() {
      assertThat(may(ada.without(WRITERS), news).steps())
          .containsExactly(new Step(Ground.NO_ROLE, false, null, true));
    }

    @Test
    void shouldSayThatTheChannelIsHidden() {
      ChannelAccess hidden = ChannelAccess.hidden(PermissionCase.CHANNEL, SERVER);

      assertThat(may(ada, hidden).steps())
          .containsExactly(
              new Step(Ground.ROLE, true, WRITERS, false),
              new Step(Ground.HIDDEN, false, null, true));
      assertThat(explain(new PermissionCase(server, ada, hidden), Permission.VIEW_CHANNEL).steps())
          .endsWith(new Step(Ground.EVERYONE_OVERWRITE, false, EVERYONE, true));
    }

    @Test
    void shouldSayThatSheIsTimedOut() {
      assertThat(may(new MemberAccess(MEMBER, ada.roles(), NOW.plusSeconds(9)), news).steps())
          .endsWith(new Step(Ground.TIME_OUT, false, null, true));
    }

    @Test
    void shouldTellOfAChannelOnlyWhatMeansSomethingInIt() {
      assertThat(explain(new PermissionCase(server, ada, news)))
          .extracting(Explanation::permission)
          .contains(Permission.SEND_MESSAGES, Permission.MANAGE_ROLES)
          .doesNotContain(Permission.BAN_MEMBERS, Permission.ADMINISTRATOR)
          .hasSize(19);
      assertThat(explain(new PermissionCase(server, ada, null))).hasSize(25);
    }

    private static Overwrite denies() {
      return new Overwrite(PermissionSet.NONE, SENDING);
    }

    private static Overwrite allows() {
      return new Overwrite(SENDING, PermissionSet.NONE);
    }
  }

  private static List<Explanation> explain(PermissionCase one) {
    return Explanations.of(one.server(), one.member(), one.channel(), NOW);
  }

  private static Explanation explain(PermissionCase one, Permission permission) {
    return Explanations.of(one.server(), one.member(), one.channel(), NOW, permission);
  }
}
