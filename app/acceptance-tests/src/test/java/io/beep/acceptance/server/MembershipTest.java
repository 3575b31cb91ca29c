package io.beep.acceptance.server;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.Ids;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.Together;
import io.beep.acceptance.shared.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnBeep
class MembershipTest {

  private final Beep beep;
  private final Witness witness;
  private final Person ada;
  private final Person grace;

  MembershipTest(Beep beep) {
    this.beep = beep;
    this.witness = beep.witness();
    this.ada = beep.ada();
    this.grace = beep.grace();
  }

  private static List<String> usernames(JsonNode page) {
    return StreamSupport.stream(page.path("items").spliterator(), false)
        .map(item -> item.path("username").asString(""))
        .toList();
  }

  private static JsonNode members(Person person, Community community, String query) {
    return person.get(community.path() + "/members" + query).requireSuccess().json();
  }

  @Nested
  class WhenSomeoneJoins {

    @Test
    void shouldBeAMemberWhoReadsAndWrites() {
      Community community = ada.foundPublic("Open door");
      ada.say(community.text(), "before you came");

      Answer answer = witness.ofEvents(1, () -> grace.put(community.path() + "/members/me"));

      assertThat(answer).hasStatus(200);
      assertThat(answer.position()).isGreaterThan(community.position());
      assertThat(usernames(members(ada, community, "")))
          .containsExactlyInAnyOrder(ada.username(), grace.username());
      assertThat(grace.get("/api/servers").text()).contains(community.id());
      assertThat(grace.history(community.text(), "").contents()).containsExactly("before you came");
      assertThat(grace.say(community.text(), "hello").position()).isGreaterThan(answer.position());
    }

    @Test
    void shouldStayAMemberWhenTheyJoinAgain() {
      Community community = ada.foundPublic("Once is enough");
      grace.join(community);

      Answer again = witness.ofNothing(() -> grace.put(community.path() + "/members/me"));

      assertThat(again).hasStatus(200);
      assertThat(members(ada, community, "").path("items")).hasSize(2);
    }

    @Test
    void shouldNotGetIntoAPrivateOne() {
      Community community = ada.foundPrivate("Closed door");

      Answer answer = witness.ofNothing(() -> grace.put(community.path() + "/members/me"));

      assertThat(answer).isProblem(404, "server.not-found");
      assertThat(members(ada, community, "").path("items")).hasSize(1);
    }

    @Test
    void shouldNotGetIntoNothing() {
      assertThat(
              witness.ofNothing(() -> grace.put("/api/servers/" + Ids.ofNothing() + "/members/me")))
          .isProblem(404, "server.not-found");
    }
  }

  @Nested
  class WhenSomeoneLeaves {

    @Test
    void shouldSeeNothingOfItAnyMore() {
      Community community = ada.foundPublic("Revolving door");
      grace.join(community);
      Person.Said said = grace.say(community.text(), "bye");

      Answer answer = witness.ofEvents(1, () -> grace.delete(community.path() + "/members/me"));

      assertThat(answer).hasStatus(200);
      assertThat(grace.get("/api/channels/" + community.text() + "/messages"))
          .isProblem(404, "channel.not-found");
      assertThat(grace.get("/api/messages/" + said.id())).isProblem(404, "message.not-found");
      assertThat(grace.get(community.path() + "/members").status()).isIn(403, 404);
      assertThat(grace.get("/api/servers").text()).doesNotContain(community.id());
      assertThat(
              grace.post("/api/channels/" + community.text() + "/messages", Map.of("content", "?")))
          .isProblem(404, "channel.not-found");
      assertThat(usernames(members(ada, community, ""))).containsExactly(ada.username());
      assertThat(ada.history(community.text(), "").contents()).containsExactly("bye");
    }

    @Test
    void shouldFindTheWayBack() {
      Community community = ada.foundPublic("Prodigal");
      grace.join(community);
      grace.leave(community);

      grace.join(community);

      assertThat(usernames(members(grace, community, ""))).contains(grace.username());
      assertThat(grace.say(community.text(), "back").position()).isPositive();
    }

    @Test
    void shouldNotLeaveWhatIsTheirs() {
      Community community = ada.foundPublic("Captain");

      Answer answer = witness.ofNothing(() -> ada.delete(community.path() + "/members/me"));

      assertThat(answer).isProblem(409, "server.owner-cannot-leave");
    }

    @Test
    void shouldNotLeaveWhereTheyAreNot() {
      Community community = ada.foundPrivate("Never been there");

      Answer answer = witness.ofNothing(() -> grace.delete(community.path() + "/members/me"));

      assertThat(answer).isProblem(404, "membership.not-found");
    }
  }

  @Nested
  class WhenThereAreMany {

    @Test
    void shouldListEachOnceOverAllPages() {
      Community community = ada.foundPublic("Crowd");
      List<Person> crowd = IntStream.range(0, 4).mapToObj(_ -> beep.newcomer()).toList();
      crowd.forEach(person -> person.join(community));

      List<String> seen = new ArrayList<>();
      String query = "?limit=2";
      boolean more = true;
      while (more) {
        JsonNode page = members(ada, community, query);
        assertThat(page.path("items").size()).isLessThanOrEqualTo(2);
        seen.addAll(usernames(page));
        more = page.path("hasAfter").asBoolean();
        query =
            "?limit=2&after="
                + page.path("items")
                    .path(page.path("items").size() - 1)
                    .path("userId")
                    .asString("");
      }

      assertThat(seen).doesNotHaveDuplicates().hasSize(5).contains(ada.username());
      assertThat(seen).containsAll(crowd.stream().map(Person::username).toList());
    }
  }

  @Nested
  class WhenManyComeAtOnce {

    private static final int TIMES = 20;

    @Test
    void shouldMakeOneMemberOfOneWhoJoinsManyTimes() {
      Community community = ada.foundPublic("Stampede");

      List<Answer> answers =
          witness.ofEvents(
              1, () -> Together.all(TIMES, _ -> grace.put(community.path() + "/members/me")));

      assertThat(answers).allSatisfy(answer -> assertThat(answer).hasStatus(200));
      assertThat(usernames(members(ada, community, "")))
          .containsExactlyInAnyOrder(ada.username(), grace.username());
    }

    @Test
    void shouldLetInEachOfThem() {
      Community community = ada.foundPublic("Opening day");
      List<Person> crowd = IntStream.range(0, 6).mapToObj(_ -> beep.newcomer()).toList();

      List<Answer> answers =
          Together.all(crowd.size(), i -> crowd.get(i).put(community.path() + "/members/me"));

      assertThat(answers).allSatisfy(answer -> assertThat(answer).hasStatus(200));
      assertThat(answers.stream().map(Answer::position)).doesNotHaveDuplicates();
      assertThat(members(ada, community, "").path("items")).hasSize(1 + crowd.size());
      assertThat(ada.get(community.path()).json().path("memberCount").asInt())
          .isEqualTo(1 + crowd.size());
    }

    @Test
    void shouldEndInOrOutWhenTheyComeAndGo() {
      Community community = ada.foundPublic("In and out");

      List<Answer> answers =
          Together.all(
              TIMES,
              i ->
                  i % 2 == 0
                      ? grace.put(community.path() + "/members/me")
                      : grace.delete(community.path() + "/members/me"));

      assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 404));
      int members = members(ada, community, "").path("items").size();
      assertThat(ada.get(community.path()).json().path("memberCount").asInt()).isEqualTo(members);
      assertThat(members).isBetween(1, 2);
      assertThat(grace.get("/api/channels/" + community.text() + "/messages").status())
          .isEqualTo(members == 2 ? 200 : 404);
    }
  }
}
