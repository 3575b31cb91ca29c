package io.beep.coreapi.shared.permission;

import static io.beep.coreapi.shared.permission.PermissionCase.EVERYONE;
import static io.beep.coreapi.shared.permission.PermissionCase.MEMBER;
import static io.beep.coreapi.shared.permission.PermissionCase.NOW;
import static io.beep.coreapi.shared.permission.PermissionCase.OWNER;
import static io.beep.coreapi.shared.permission.PermissionCase.ROLES;
import static io.beep.coreapi.shared.permission.PermissionCase.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.permission.AccessPicture.Place;
import io.beep.coreapi.shared.permission.AccessPreview.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import tools.jackson.databind.json.JsonMapper;

class AccessPreviewTest {

  private static final int CASES = 20_000;
  private static final ChannelId FOLDER = new ChannelId(new UUID(8, 1));
  private static final ChannelId SYNCED = new ChannelId(new UUID(8, 2));
  private static final ChannelId APART = new ChannelId(new UUID(8, 3));
  private static final ChannelId ALONE = new ChannelId(new UUID(8, 4));
  private static final List<ChannelId> CHANNELS = List.of(FOLDER, SYNCED, APART, ALONE);
  private static final RoleId WRITERS = ROLES.getFirst();
  private static final PermissionSet SENDING = PermissionSet.of(Permission.SEND_MESSAGES);
  private static final PermissionSet SEEING = PermissionSet.of(Permission.VIEW_CHANNEL);

  private final long seed = Long.getLong("beep.seed", System.nanoTime());
  private final SplittableRandom random = new SplittableRandom(seed);

  @BeforeEach
  void report(TestReporter reporter) {
    reporter.publishEntry("beep.seed", Long.toString(seed));
  }

  /** A synced channel, one with overwrites of its own, and one in no folder. */
  private static AccessPicture picture(
      ServerAccess server, ChannelAccess folder, ChannelAccess apart, ChannelAccess alone) {
    return new AccessPicture(
        server,
        Map.of(
            FOLDER, new Place(in(FOLDER, folder), null, false),
            SYNCED, new Place(ChannelAccess.open(SYNCED, SERVER), FOLDER, true),
            APART, new Place(in(APART, apart), FOLDER, false),
            ALONE, new Place(in(ALONE, alone), null, false)));
  }

  private static ChannelAccess in(ChannelId channel, ChannelAccess overwrites) {
    return ChannelAccess.open(channel, SERVER).like(overwrites);
  }

  private static ChannelAccess open() {
    return ChannelAccess.open(ALONE, SERVER);
  }

  @Nested
  class WhenChangesAreMadeUp {

    private AccessPicture randomPicture(PermissionCase one) {
      return picture(one.server(), channel(one), channel(), channel());
    }

    private ChannelAccess channel() {
      return channel(PermissionCase.randomInside(random));
    }

    private static ChannelAccess channel(PermissionCase one) {
      return Objects.requireNonNull(one.channel());
    }

    private AccessChange randomChange() {
      RoleId role = PermissionCase.role(random);
      ChannelId channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
      OverwriteKind kind = random.nextBoolean() ? OverwriteKind.ROLE : OverwriteKind.MEMBER;
      UUID target =
          kind == OverwriteKind.MEMBER
              ? MEMBER.value()
              : PermissionCase.roleOrEveryone(random).value();
      return switch (random.nextInt(7)) {
        case 0 ->
            new AccessChange.RolePermissionsSet(
                PermissionCase.roleOrEveryone(random), PermissionCase.permissions(random));
        case 1 -> new AccessChange.RoleDeleted(role);
        case 2 -> new AccessChange.RoleGiven(role, MEMBER);
        case 3 -> new AccessChange.RoleTaken(role, MEMBER);
        case 4 ->
            new AccessChange.OverwriteSet(channel, kind, target, PermissionCase.overwrite(random));
        case 5 -> new AccessChange.OverwriteRemoved(channel, kind, target);
        default -> new AccessChange.ChannelSynced(channel);
      };
    }

    /** The change is made by hand, on copies, and the function is asked again. */
    private PermissionSet madeByHand(
        AccessPicture picture,
        MemberAccess member,
        AccessChange change,
        @Nullable ChannelId channel) {
      Map<RoleId, PermissionSet> roles = new HashMap<>(picture.server().roles());
      Map<ChannelId, ChannelAccess> overwrites = new HashMap<>();
      CHANNELS.forEach(
          id ->
              overwrites.put(
                  id,
                  in(
                      id,
                      Objects.requireNonNull(
                              picture.channels().get(id.equals(SYNCED) ? FOLDER : id))
                          .own())));
      MemberAccess becoming = member;
      switch (change) {
        case AccessChange.RolePermissionsSet set -> roles.put(set.roleId(), set.permissions());
        case AccessChange.RoleDeleted deleted -> roles.remove(deleted.roleId());
        case AccessChange.RoleGiven given -> becoming = member.with(given.roleId());
        case AccessChange.RoleTaken taken -> becoming = member.without(taken.roleId());
        case AccessChange.OverwriteSet set -> {
          for (ChannelId reached : reachedBy(set.channelId())) {
            overwrites.computeIfPresent(
                reached, (_, before) -> before.with(set.kind(), set.targetId(), set.overwrite()));
          }
        }
        case AccessChange.OverwriteRemoved removed -> {
          for (ChannelId reached : reachedBy(removed.channelId())) {
            overwrites.computeIfPresent(
                reached, (_, before) -> before.without(removed.kind(), removed.targetId()));
          }
        }
        // Of the others one follows its folder already, and two are in none.
        case AccessChange.ChannelSynced synced -> {
          if (synced.channelId().equals(APART)) {
            overwrites.put(APART, in(APART, Objects.requireNonNull(overwrites.get(FOLDER))));
          }
        }
      }
      return Permissions.effective(
          new ServerAccess(SERVER, OWNER, roles),
          becoming,
          channel == null ? null : overwrites.get(channel),
          NOW);
    }

    private static List<ChannelId> reachedBy(ChannelId changed) {
      return changed.equals(FOLDER) ? List.of(FOLDER, SYNCED) : List.of(changed);
    }

    @Test
    void shouldForetellWhatTheChangeDoes() {
      int effective = 0;
      for (int i = 0; i < CASES; i++) {
        PermissionCase one = PermissionCase.randomInside(random);
        MemberAccess member = Objects.requireNonNull(one.member());
        AccessPicture picture = randomPicture(one);
        AccessChange change = randomChange();

        List<Effect> foretold = new AccessPreview(picture, change, CHANNELS).of(member, NOW);

        effective += foretold.isEmpty() ? 0 : 1;
        List<@Nullable ChannelId> places = new ArrayList<>(CHANNELS);
        places.add(null);
        for (ChannelId place : places) {
          PermissionSet before =
              Permissions.effective(
                  picture.server(), member, place == null ? null : picture.counting(place), NOW);
          PermissionSet after = madeByHand(picture, member, change, place);
          AccessDifference expected = AccessDifference.between(before, after);
          if (!expected.equals(told(foretold, place))) {
            assertThat(told(foretold, place))
                .as("seed %d: %s at %s for %s in %s", seed, change, place, member, picture)
                .isEqualTo(expected);
          }
        }
      }
      assertThat(effective).isBetween(CASES / 10, CASES * 9 / 10);
    }

    private static AccessDifference told(List<Effect> effects, @Nullable ChannelId place) {
      return effects.stream()
          .filter(
              effect ->
                  place == null ? effect.channels().isEmpty() : effect.channels().contains(place))
          .map(Effect::difference)
          .findAny()
          .orElse(new AccessDifference(PermissionSet.NONE, PermissionSet.NONE));
    }

    /** Members are put together by their roles that matter; nobody may be in the wrong group. */
    @Test
    void shouldChangeTheSameForWhoHasTheSameRolesThatMatter() {
      for (int i = 0; i < CASES / 2; i++) {
        PermissionCase one = PermissionCase.randomInside(random);
        MemberAccess member = Objects.requireNonNull(one.member());
        RoleId cosmetic = ROLES.getLast();
        AccessPicture picture =
            randomPicture(one.with(one.server().with(cosmetic, PermissionSet.NONE)))
                .after(new AccessChange.RoleDeleted(cosmetic));
        AccessPreview preview = new AccessPreview(picture, randomChange(), CHANNELS);
        Set<RoleId> matter = preview.rolesThatMatter();
        MemberAccess reduced =
            new MemberAccess(
                MEMBER,
                member.roles().stream().filter(matter::contains).collect(Collectors.toSet()),
                member.timedOutUntil());

        assertThat(preview.of(reduced, NOW)).isEqualTo(preview.of(member, NOW));
      }
    }
  }

  @Nested
  class WhenWritersLoseSending {

    private final AccessPicture picture =
        picture(
            new ServerAccess(SERVER, OWNER, Map.of(EVERYONE, SEEING, WRITERS, SENDING)),
            open(),
            open(),
            open()
                .with(
                    OverwriteKind.MEMBER,
                    MEMBER.value(),
                    new Overwrite(SENDING, PermissionSet.NONE)));
    private final MemberAccess writer = new MemberAccess(MEMBER, Set.of(WRITERS), null);
    private final AccessDifference losesSending = new AccessDifference(PermissionSet.NONE, SENDING);

    private List<Effect> of(AccessChange change) {
      return new AccessPreview(picture, change, CHANNELS).of(writer, NOW);
    }

    @Test
    void shouldTellWhereTheyLoseItAndNotWhereAnOverwriteSavesIt() {
      assertThat(of(new AccessChange.RolePermissionsSet(WRITERS, PermissionSet.NONE)))
          .containsExactly(
              new Effect(List.of(), losesSending),
              new Effect(List.of(FOLDER, SYNCED, APART), losesSending));
    }

    @Test
    void shouldChangeNothingForTheOwner() {
      assertThat(
              new AccessPreview(picture, new AccessChange.RoleDeleted(WRITERS), CHANNELS)
                  .of(new MemberAccess(OWNER, Set.of(WRITERS), null), NOW))
          .isEmpty();
    }

    @Test
    void shouldLookOnceAtChannelsOfOneKind() {
      assertThat(
              new AccessPreview(picture, new AccessChange.RoleDeleted(WRITERS), CHANNELS)
                  .workOfOne())
          .isEqualTo(2 * (2 + 1));
    }

    @Test
    void shouldEndTheSyncOfAChannelThatGetsItsOwn() {
      AccessPicture after =
          picture.after(
              new AccessChange.OverwriteSet(
                  SYNCED,
                  OverwriteKind.ROLE,
                  WRITERS.value(),
                  new Overwrite(PermissionSet.NONE, SENDING)));
      assertThat(Objects.requireNonNull(after.channels().get(SYNCED)).synced()).isFalse();
      assertThat(after.counting(FOLDER)).isEqualTo(picture.counting(FOLDER));
    }

    @Test
    void shouldFollowTheFolderAgainWhenItIsSynced() {
      AccessPicture apart =
          picture.after(
              new AccessChange.OverwriteSet(
                  SYNCED,
                  OverwriteKind.ROLE,
                  WRITERS.value(),
                  new Overwrite(PermissionSet.NONE, SENDING)));
      AccessPicture again = apart.after(new AccessChange.ChannelSynced(SYNCED));
      assertThat(apart.counting(SYNCED)).isNotEqualTo(picture.counting(SYNCED));
      assertThat(again.counting(SYNCED)).isEqualTo(picture.counting(SYNCED));
      assertThat(again.counting(ALONE)).isEqualTo(picture.counting(ALONE));
    }

    @Test
    void shouldKeepItsKindAsJson() {
      JsonMapper json = JsonMapper.builder().build();
      for (AccessChange change :
          List.of(
              new AccessChange.RolePermissionsSet(WRITERS, SENDING),
              new AccessChange.RoleDeleted(WRITERS),
              new AccessChange.RoleGiven(WRITERS, MEMBER),
              new AccessChange.RoleTaken(WRITERS, MEMBER),
              new AccessChange.OverwriteSet(
                  SYNCED, OverwriteKind.ROLE, WRITERS.value(), new Overwrite(SEEING, SENDING)),
              new AccessChange.OverwriteRemoved(SYNCED, OverwriteKind.MEMBER, MEMBER.value()),
              new AccessChange.ChannelSynced(SYNCED))) {
        String written = json.writerFor(AccessChange.class).writeValueAsString(change);
        assertThat(json.readValue(written, AccessChange.class)).isEqualTo(change);
      }
    }
  }
}
