package io.beep.app.gatewaynode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.app.gatewaynode.PresenceNode.Line;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.feed.presence.ChosenStatuses;
import io.beep.gateway.feed.presence.ChosenStatuses.Status;
import io.beep.gateway.feed.presence.Presence;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What is promised of who is there, however many nodes there are. Ada is at one node, and Grace
 * looks from another when there is one.
 */
interface PresenceContract {

  Duration SOON = Duration.ofSeconds(15);

  /** A change of a person is told once in three seconds; after these nothing waits. */
  Duration TOLD = Duration.ofSeconds(5);

  /** Some seconds of the minute that it may take belong to the way between nodes. */
  Duration WITHIN_A_MINUTE = Duration.ofSeconds(54);

  UserId ADA = new UserId(UUID.randomUUID());
  UserId BOB = new UserId(UUID.randomUUID());
  UserId GRACE = new UserId(UUID.randomUUID());

  /** Where Ada is. */
  PresenceNode here();

  /** Where Grace looks from; the same node when there is only one. */
  PresenceNode there();

  /** What both nodes read. */
  ChosenStatuses statuses();

  /** Ada's node is killed. Where it was the only one, all that was known is lost with it. */
  void killHere();

  /** Starts it anew. */
  void startHere();

  /** So much time passes for what nodes know of each other. */
  void passesBetween(Duration time);

  private static ServerId someServer() {
    return new ServerId(UUID.randomUUID());
  }

  private void passes(Duration time) {
    here().passes(time);
    if (here() != there()) {
      there().passes(time);
    }
  }

  private void chooses(UserId user, Status status) {
    statuses().choose(user, status, Instant.EPOCH);
    here().heardChoice(user, status);
    there().heardChoice(user, status);
  }

  /** However long what crosses nodes takes, in the time of the test a few seconds pass. */
  private void awaitShown(Line line, UserId user, Presence presence) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              passes(Duration.ofSeconds(1));
              assertThat(there().shown(line, user)).isEqualTo(presence);
            });
  }

  /** What has to be true now, as soon as it is known at the other node too. */
  private void awaitShownByNow(Line line, UserId user, Presence presence) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              here().tick();
              there().tick();
              assertThat(there().shown(line, user)).isEqualTo(presence);
            });
  }

  @Test
  default void shouldShowOnePresenceOfSeveralDevices() {
    ServerId server = someServer();
    Line grace = there().opens(GRACE, server);
    Line phone = here().opens(ADA, server);
    Line laptop = there().opens(ADA, server);
    here().isUsed(phone, false);
    awaitShown(grace, ADA, Presence.ONLINE);

    there().isUsed(laptop, false);
    awaitShown(grace, ADA, Presence.IDLE);

    here().isUsed(phone, true);
    awaitShown(grace, ADA, Presence.ONLINE);

    there().closes(laptop);
    passes(WITHIN_A_MINUTE);
    awaitShown(grace, ADA, Presence.ONLINE);

    here().closes(phone);
    passes(WITHIN_A_MINUTE);
    awaitShownByNow(grace, ADA, Presence.OFFLINE);
    assertThat(there().told(grace, ADA).stream().filter(Presence.OFFLINE::equals)).hasSize(1);
  }

  @Test
  default void shouldEndWithinAMinuteOfALostConnection() {
    ServerId server = someServer();
    Line grace = there().opens(GRACE, server);
    Line phone = here().opens(ADA, server);
    passes(TOLD);
    awaitShown(grace, ADA, Presence.ONLINE);

    here().loses(phone);
    passes(Duration.ofSeconds(30));
    assertThat(there().shown(grace, ADA)).isEqualTo(Presence.ONLINE);
    passes(WITHIN_A_MINUTE.minusSeconds(30));

    awaitShownByNow(grace, ADA, Presence.OFFLINE);
  }

  @Test
  default void shouldEndWithinAMinuteOfALostNode() {
    ServerId server = someServer();
    here().opens(ADA, server);
    awaitShown(there().opens(GRACE, server), ADA, Presence.ONLINE);

    killHere();
    startHere();
    passesBetween(WITHIN_A_MINUTE);

    Line grace = there().opens(GRACE, server);
    awaitShown(grace, ADA, Presence.OFFLINE);
    assertThat(there().asked(server).presences()).containsOnlyKeys(GRACE);
    assertThat(there().asked(server).connected()).isEqualTo(1);
  }

  @Test
  default void shouldKnowWhoCameBackAfterANodeWasStartedAnew() {
    ServerId server = someServer();
    here().opens(ADA, server);
    here().opens(BOB, server);
    Line before = there().opens(GRACE, server);
    awaitShown(before, ADA, Presence.ONLINE);
    awaitShown(before, BOB, Presence.ONLINE);

    killHere();
    startHere();
    here().opens(ADA, server);
    Line grace = there().opens(GRACE, server);
    awaitShown(grace, ADA, Presence.ONLINE);
    passesBetween(WITHIN_A_MINUTE);

    awaitShown(grace, BOB, Presence.OFFLINE);
    awaitShown(grace, ADA, Presence.ONLINE);
  }

  @Test
  default void shouldShowWhatWasChosen() {
    ServerId server = someServer();
    Line grace = there().opens(GRACE, server);
    chooses(ADA, Status.DND);
    here().opens(ADA, server);
    awaitShown(grace, ADA, Presence.DND);

    chooses(ADA, Status.IDLE);
    awaitShown(grace, ADA, Presence.IDLE);

    chooses(ADA, Status.INVISIBLE);
    awaitShown(grace, ADA, Presence.OFFLINE);

    chooses(ADA, Status.ONLINE);
    awaitShown(grace, ADA, Presence.ONLINE);
  }

  @Test
  default void shouldLetNothingBeKnownOfSomeoneInvisible() {
    ServerId server = someServer();
    Line grace = there().opens(GRACE, server);
    chooses(ADA, Status.INVISIBLE);
    Line phone = here().opens(ADA, server);
    here().opens(ADA, server);
    there().opens(ADA, server);
    passes(TOLD);
    here().isUsed(phone, false);
    passes(TOLD);
    here().closes(phone);
    passes(WITHIN_A_MINUTE);

    // What Ada's node said before this would have come before it.
    here().opens(BOB, server);
    awaitShown(grace, BOB, Presence.ONLINE);
    assertThat(there().told(grace, ADA)).isEmpty();
    assertThat(here().announced(ADA)).isFalse();
    assertThat(there().announced(ADA)).isFalse();
    assertThat(there().asked(server).presences()).containsOnlyKeys(BOB, GRACE);
    assertThat(here().asked(server).presences()).doesNotContainKey(ADA);
  }

  @Test
  default void shouldTellOfAFlickerOnceInThreeSeconds() {
    ServerId server = someServer();
    Line grace = there().opens(GRACE, server);
    Line phone = here().opens(ADA, server);
    awaitShown(grace, ADA, Presence.ONLINE);
    int before = there().told(grace, ADA).size();

    for (int second = 0; second < 30; second++) {
      here().isUsed(phone, second % 2 == 1);
      passes(Duration.ofSeconds(1));
    }
    assertThat(there().told(grace, ADA).size() - before).isBetween(0, 11);

    here().isUsed(phone, false);
    awaitShown(grace, ADA, Presence.IDLE);
  }
}
