package io.beep.acceptance.permission;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.acceptance.permission.Guard.Need;
import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.FeedStream;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.Witness;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Walks every address: who may not gets the right refusal and nothing else, from the next one on.
 */
@OnBeep
class GuardTest {

  private final Beep beep;
  private final Witness witness;
  private final Person ada;
  private final Person grace;
  private final Person other;
  private final Person stranger;
  private Site site;

  GuardTest(Beep beep) {
    this.beep = beep;
    this.witness = beep.witness();
    this.ada = beep.ada();
    this.grace = beep.grace();
    this.other = beep.newcomer();
    this.stranger = beep.stranger();
    this.site = new Site(ada, grace, other);
  }

  /** What one test takes away, the next one needs. */
  @BeforeEach
  void found() {
    site = new Site(ada, grace, other);
  }

  private static Stream<Guard> with(Need need) {
    return Arrays.stream(Guard.values()).filter(guard -> guard.need() == need);
  }

  static Stream<Guard> permitted() {
    return with(Need.PERMISSION);
  }

  static Stream<Guard> members() {
    return with(Need.MEMBERSHIP);
  }

  static Stream<Guard> guarded() {
    return Arrays.stream(Guard.values()).filter(guard -> guard.need() != Need.NOTHING);
  }

  static Stream<Guard> inChannels() {
    return permitted().filter(Guard::isInChannel);
  }

  private void assertHidden(Person person, Guard guard) {
    Answer answer = witness.ofNothing(() -> site.ask(person, guard));
    assertThat(answer).isProblem(404, answer.json().path("code").asString(""));
    assertThat(answer.json().path("code").asString("")).isIn(guard.notFound());
    assertTellsNothing(answer);
  }

  private void assertForbidden(Guard guard) {
    if (guard.isSight()) {
      assertHidden(grace, guard);
      return;
    }
    Answer answer = witness.ofNothing(() -> site.ask(grace, guard));
    assertThat(answer).isProblem(403, "permission.missing");
    assertTellsNothing(answer);
  }

  private void assertTellsNothing(Answer answer) {
    assertThat(answer.text()).doesNotContain(site.secret());
  }

  private void assertServed(Person person, Guard guard) {
    Answer answer = site.ask(person, guard);
    assertThat(answer.status() / 100).as("%s", answer).isEqualTo(2);
  }

  @Nested
  class WhenTheDocumentIsWalked {

    @Test
    void shouldFindEveryAddressWithWhatItNeeds() {
      assertThat(Arrays.stream(Guard.values()).map(Guard::operation).collect(Collectors.toSet()))
          .as("each address states in %s what one needs there", Guard.class.getSimpleName())
          .containsExactlyInAnyOrderElementsOf(operations());
    }

    private Set<String> operations() {
      JsonNode document = beep.get("/api/openapi.json").requireSuccess().json();
      Set<String> operations = new TreeSet<>();
      document
          .path("paths")
          .properties()
          .forEach(
              path ->
                  path.getValue()
                      .propertyNames()
                      .forEach(method -> operations.add(method + " " + path.getKey())));
      return operations;
    }
  }

  @Nested
  class WhenSomeoneIsNoMember {

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.beep.acceptance.permission.GuardTest#guarded")
    void shouldFindNothing(Guard guard) {
      assertHidden(stranger, guard);
    }
  }

  @Nested
  class WhenAMemberLacksThePermission {

    /** Each step changes one thing, so that no other rule can be what refuses. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("io.beep.acceptance.permission.GuardTest#permitted")
    void shouldBeRefusedUntilItIsGivenAndFromTheMomentItIsTaken(Guard guard) {
      site.prepare(guard.permission());
      assertForbidden(guard);

      site.grant();
      site.revoke();
      assertForbidden(guard);

      site.grant();
      assertServed(grace, guard);

      site.revoke();
      if (!guard.isQuietAfterwards()) {
        Answer after = site.ask(grace, guard);
        assertThat(after.status()).as("%s", after).isIn(403, 404);
        assertTellsNothing(after);
      }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.beep.acceptance.permission.GuardTest#inChannels")
    void shouldNotFindWhatIsInAChannelThatTheyDoNotSee(Guard guard) {
      site.prepare(guard.permission());
      site.grant();

      site.hideChannel();

      assertHidden(grace, guard);
    }
  }

  @Nested
  class WhenMembershipIsAllItTakes {

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.beep.acceptance.permission.GuardTest#members")
    void shouldBeServedUntilTheyLeave(Guard guard) {
      site.everyoneMay(List.of());
      assertServed(grace, guard);

      if (guard != Guard.LEAVE) {
        assertServed(grace, Guard.LEAVE);
      }

      assertHidden(grace, guard);
    }

    @Test
    void shouldStayOutOfAPrivateServerWithoutAnInvitation() {
      assertServed(grace, Guard.LEAVE);

      assertHidden(grace, Guard.JOIN);
    }
  }

  @Nested
  class WhenOnlyTheOwnerMay {

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"DESTROY_SERVER", "HAND_OVER_SERVER"})
    void shouldRefuseEvenAdministrators(Guard guard) {
      site.prepare("ADMINISTRATOR");
      site.grant();

      Answer answer = witness.ofNothing(() -> site.ask(grace, guard));
      assertThat(answer).isProblem(403, "server.not-the-owner");
      assertTellsNothing(answer);
      assertServed(ada, guard);
    }
  }

  @Nested
  class WhenSomeoneFollowsTheFeed {

    @Test
    void shouldTellNothingMoreFromTheMomentItIsTaken() {
      site.prepare("VIEW_CHANNEL");
      site.grant();
      long start = ada.say(site.channel(), "first").position();
      try (FeedStream hers = grace.follow();
          FeedStream strangers = stranger.follow()) {
        ada.say(site.channel(), "before");
        hers.awaitMessage("before");

        site.revoke();
        ada.say(site.channel(), "meanwhile");
        site.grant();
        ada.say(site.channel(), "after");
        hers.awaitMessage("after");

        assertThat(hers.contents()).doesNotContain("meanwhile");
        assertThat(strangers.contents()).doesNotContain("before", "meanwhile", "after");
      }
      site.revoke();
      Community own = grace.foundPrivate("own");
      grace.say(own.text(), "the end");
      try (FeedStream resumed = grace.followAfter(start);
          FeedStream fresh = grace.follow()) {
        String end = grace.say(own.text(), "the very end").id();
        for (FeedStream feed : List.of(resumed, fresh)) {
          feed.await("the end", frame -> frame.data().toString().contains(end));
          assertThat(feed.contents()).doesNotContain("before", "meanwhile", "after");
        }
      }
    }
  }

  @Nested
  class WhenSomeoneSearches {

    private Answer search(Person person, String where) {
      return person.get("/api/search/messages?q=" + site.secret() + where);
    }

    private long found(Person person) {
      return search(person, "").requireSuccess().json().path("total").asLong(-1);
    }

    @Test
    void shouldFindNothingFromTheMomentItIsTaken() {
      site.prepare("READ_HISTORY");
      site.grant();
      await()
          .atMost(Duration.ofSeconds(15))
          .untilAsserted(() -> assertThat(found(grace)).isEqualTo(2));

      site.revoke();
      assertThat(found(grace)).isZero();
      assertThat(search(grace, "&channelId=" + site.channel()))
          .isProblem(403, "permission.missing");

      site.grant();
      assertThat(found(grace)).isEqualTo(2);
      site.hideChannel();
      assertThat(found(grace)).isZero();
      assertThat(search(grace, "&channelId=" + site.channel())).isProblem(404, "channel.not-found");
      assertThat(found(stranger)).isZero();
      assertThat(search(stranger, "&channelId=" + site.channel()))
          .isProblem(404, "channel.not-found");
    }
  }
}
