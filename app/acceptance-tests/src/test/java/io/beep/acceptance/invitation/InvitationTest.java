package io.beep.acceptance.invitation;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.FeedStream;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.Together;
import io.beep.acceptance.shared.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@OnBeep
class InvitationTest {

  private final Beep beep;
  private final Witness witness;
  private final Person ada;
  private final Person grace;
  private final Person stranger;

  InvitationTest(Beep beep) {
    this.beep = beep;
    this.witness = beep.witness();
    this.ada = beep.ada();
    this.grace = beep.grace();
    this.stranger = beep.stranger();
  }

  private static Answer invite(Person person, Community community, Map<String, Object> terms) {
    return person.post(community.path() + "/invitations", terms);
  }

  private static String code(Answer made) {
    return made.requireSuccess().json().path("code").asString("");
  }

  private String link(Community community, Map<String, Object> terms) {
    return "/api/invitations/" + code(invite(ada, community, terms));
  }

  private static Answer accept(Person person, String link) {
    return person.call("POST", link + "/accept").send();
  }

  private static List<String> codes(Person person, Community community) {
    JsonNode page = person.get(community.path() + "/invitations").requireSuccess().json();
    return StreamSupport.stream(page.path("items").spliterator(), false)
        .map(item -> item.path("code").asString(""))
        .toList();
  }

  @Nested
  class WhenOneIsMade {

    @Test
    void shouldBeAShortLinkForAWeek() {
      Community community = ada.foundPrivate("Hidden");

      Answer made = witness.ofEvents(2, () -> invite(ada, community, Map.of()));

      assertThat(made).hasStatus(201);
      assertThat(code(made)).matches("[1-9A-HJ-NP-Za-km-z]{10}");
      assertThat(made).hasHeader("Location", "/api/invitations/" + code(made));
      Instant end = Instant.parse(made.json().path("expiresAt").asString(""));
      assertThat(Duration.between(Instant.now(), end))
          .isBetween(Duration.ofDays(7).minusMinutes(5), Duration.ofDays(7).plusMinutes(5));
      assertThat(codes(ada, community)).containsExactly(code(made));
    }

    @Test
    void shouldBeTheUsualOneWhenNothingIsSaid() {
      Community community = ada.foundPrivate("Silent");

      Answer silent = ada.call("POST", community.path() + "/invitations").send();

      assertThat(silent).hasStatus(201);
      assertThat(codes(ada, community)).containsExactly(code(silent));
      assertThat(silent.json().has("maxUses")).isFalse();
      assertThat(Instant.parse(silent.json().path("expiresAt").asString("")))
          .isAfter(Instant.now().plus(Duration.ofDays(6)));
    }

    @Test
    void shouldBeMadeOnceForOneKey() {
      Community community = ada.foundPrivate("Twice");

      List<Answer> answers =
          IntStream.range(0, 2)
              .mapToObj(
                  _ ->
                      ada.call("POST", community.path() + "/invitations")
                          .json(Map.of("maxUses", 3))
                          .header("Idempotency-Key", "invite " + community.id())
                          .send())
              .toList();

      assertThat(code(answers.get(0))).isEqualTo(code(answers.get(1)));
      assertThat(codes(ada, community)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
      "maxUses, 0",
      "maxUses, 100001",
      "expiresIn, 59",
      "expiresIn, 31536001",
      "expiresIn, -1"
    })
    void shouldRefuseTermsOutOfRange(String field, int value) {
      Community community = ada.foundPrivate("Strict");

      Answer answer = witness.ofNothing(() -> invite(ada, community, Map.of(field, value)));

      assertThat(answer).hasStatus(400);
      assertThat(answer).blames(field);
    }

    @Test
    void shouldBeUpToMembersOfAPublicServerAndToThePermittedOfAPrivateOne() {
      Community open = ada.foundPublic("Open");
      Community closed = ada.foundPrivate("Closed");
      grace.join(open);
      assertThat(accept(grace, link(closed, Map.of()))).hasStatus(200);

      assertThat(invite(grace, open, Map.of())).hasStatus(201);
      assertThat(witness.ofNothing(() -> invite(grace, closed, Map.of())))
          .isProblem(403, "permission.missing");
      assertThat(witness.ofNothing(() -> invite(stranger, open, Map.of())))
          .isProblem(403, "permission.missing");
      assertThat(witness.ofNothing(() -> invite(stranger, closed, Map.of())))
          .isProblem(404, "server.not-found");
    }
  }

  @Nested
  class WhenItIsOpened {

    @Test
    void shouldShowWhereItLeadsWithoutAToken() {
      Community community = ada.foundPrivate("Behind the hedge");
      String link = link(community, Map.of());

      Answer preview = beep.get(link);

      assertThat(preview).hasStatus(200);
      assertThat(preview.json().path("serverName").asString("")).isEqualTo("Behind the hedge");
      assertThat(preview.json().path("memberCount").asInt()).isEqualTo(1);
      assertThat(preview.json().path("inviterName").asString("")).isNotEmpty();
      assertThat(preview.json().path("member").asBoolean()).isFalse();
      assertThat(ada.get(link).json().path("member").asBoolean()).isTrue();
      assertThat(stranger.get(link).json().path("member").asBoolean()).isFalse();
    }

    @Test
    void shouldNotTakeATokenThatDoesNotCount() {
      String link = link(ada.foundPrivate("Careful"), Map.of());

      assertThat(beep.call("GET", link).bearing("nonsense").send()).isProblem(401, "token.invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1111111111", "nope", "0199", "%00", "invitation:1111111111"})
    void shouldNotFindWhatNobodyMade(String code) {
      Answer answer = beep.get("/api/invitations/" + code);

      assertThat(answer.status()).isIn(400, 404);
      if (answer.status() == 404) {
        assertThat(answer).isProblem(404, "invitation.not-found");
      }
    }
  }

  @Nested
  class WhenItIsAccepted {

    @Test
    void shouldLeadIntoAPrivateServer() {
      Community community = ada.foundPrivate("Come in");
      String link = link(community, Map.of("maxUses", 5));
      ada.say(community.text(), "welcome");

      Answer accepted = witness.ofEvents(2, () -> accept(grace, link));

      assertThat(accepted).hasStatus(200);
      assertThat(accepted.id()).isEqualTo(community.id());
      assertThat(grace.get("/api/servers").text()).contains(community.id());
      assertThat(grace.history(community.text(), "").contents()).containsExactly("welcome");
      assertThat(witness.ofNothing(() -> accept(grace, link))).hasStatus(200);
      assertThat(witness.ofNothing(() -> accept(ada, link))).hasStatus(200);
      assertThat(uses(community)).isEqualTo(1);
    }

    private int uses(Community community) {
      return ada.get(community.path() + "/invitations").json().at("/items/0/uses").asInt();
    }

    @Test
    void shouldNotLetInWhoIsNotSignedIn() {
      String link = link(ada.foundPrivate("Door"), Map.of());

      assertThat(witness.ofNothing(() -> beep.call("POST", link + "/accept").send()))
          .isProblem(401, "token.missing");
    }

    @Test
    void shouldLetItsLastUseBeWonByOneOfAHundred() {
      Community community = ada.foundPrivate("One seat");
      String link = link(community, Map.of("maxUses", 1));
      List<Person> crowd = IntStream.range(0, 25).mapToObj(_ -> beep.newcomer()).toList();

      List<Answer> answers =
          witness.ofEvents(
              3, () -> Together.all(100, i -> accept(crowd.get(i % crowd.size()), link)));

      List<Person> in =
          crowd.stream().filter(one -> one.get(community.path()).status() == 200).toList();
      assertThat(in).hasSize(1);
      for (int i = 0; i < answers.size(); i++) {
        // The winner asked four times, and was in from the first that counted.
        if (crowd.get(i % crowd.size()).equals(in.getFirst())) {
          assertThat(answers.get(i).status()).isIn(200, 410);
        } else {
          assertThat(answers.get(i)).isProblem(410, "invitation.used-up");
        }
      }
      assertThat(answers).anySatisfy(answer -> assertThat(answer).hasStatus(200));
      assertThat(ada.get(community.path()).json().path("memberCount").asInt()).isEqualTo(2);
      assertThat(codes(ada, community)).isEmpty();
      assertThat(beep.get(link)).isProblem(410, "invitation.used-up");
      assertThat(in.getFirst().get(link)).hasStatus(200);
    }
  }

  @Nested
  class WhenItHasEnded {

    @Test
    void shouldLeadNowhereOnceItIsRevoked() {
      Community community = ada.foundPublic("Changed my mind");
      grace.join(community);
      String link = "/api/invitations/" + code(invite(grace, community, Map.of()));
      Person other = beep.newcomer();
      other.join(community);

      assertThat(witness.ofNothing(() -> other.delete(link))).isProblem(403, "permission.missing");
      assertThat(witness.ofEvents(2, () -> grace.delete(link))).hasStatus(200);
      assertThat(witness.ofNothing(() -> ada.delete(link))).hasStatus(200);
      assertThat(witness.ofNothing(() -> accept(stranger, link)))
          .isProblem(410, "invitation.revoked");
      assertThat(beep.get(link)).isProblem(410, "invitation.revoked");
    }

    @Test
    void shouldLeadNowhereOnceTheServerIsGone() {
      Community community = ada.foundPrivate("Sandcastle");
      String link = link(community, Map.of());
      ada.delete(community.path()).requireSuccess();

      assertThat(witness.ofNothing(() -> accept(grace, link)))
          .isProblem(410, "invitation.server-gone");
      assertThat(beep.get(link)).isProblem(410, "invitation.server-gone");
      assertThat(ada.get(link)).isProblem(410, "invitation.server-gone");
    }
  }

  @Nested
  class WhenTheyAreLookedAfter {

    @Test
    void shouldBeSeenByTheirMakerAndByWhoManagesTheServer() {
      Community community = ada.foundPublic("Ledger");
      grace.join(community);
      String hers = code(invite(ada, community, Map.of()));
      String his = code(invite(grace, community, Map.of()));

      assertThat(codes(ada, community)).containsExactly(his, hers);
      assertThat(codes(grace, community)).containsExactly(his);
      assertThat(stranger.get(community.path() + "/invitations"))
          .isProblem(403, "permission.missing");
    }

    @Test
    void shouldBeToldLiveToThemAlone() {
      Community community = ada.foundPublic("Live");
      grace.join(community);
      try (FeedStream hers = ada.follow();
          FeedStream his = grace.follow()) {
        hers.await("feed.ready");
        his.await("feed.ready");

        String link = link(community, Map.of("maxUses", 2));
        Person newcomer = beep.newcomer();
        accept(newcomer, link).requireSuccess();
        ada.delete(link).requireSuccess();
        ada.say(community.text(), "that was all");

        hers.awaitMessage("that was all");
        his.awaitMessage("that was all");
        FeedStream.Frame made = hers.await("invitation.created");
        assertThat(made.data().path("invitation").path("maxUses").asInt()).isEqualTo(2);
        assertThat(hers.await("invitation.accepted").data().path("uses").asInt()).isEqualTo(1);
        assertThat(hers.await("invitation.revoked").data().path("code").asString(""))
            .isEqualTo(made.data().path("invitation").path("code").asString("?"));
        assertThat(his.frames()).noneMatch(frame -> frame.event().startsWith("invitation."));
        assertThat(his.await("member.joined").data().path("member").path("userId").asString(""))
            .isEqualTo(newcomer.id());
      }
    }
  }
}
