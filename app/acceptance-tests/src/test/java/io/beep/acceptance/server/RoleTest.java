package io.beep.acceptance.server;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.Ids;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.Witness;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnBeep
class RoleTest {

  private final Witness witness;
  private final Person ada;
  private final Person grace;
  private final Person stranger;
  private Community community;
  private String roles;

  RoleTest(Beep beep) {
    this.witness = beep.witness();
    this.ada = beep.ada();
    this.grace = beep.grace();
    this.stranger = beep.stranger();
    this.community = ada.foundPublic("Roles");
    this.roles = community.path() + "/roles";
  }

  /** Roles that one test makes would stand among those of another. */
  @BeforeEach
  void found() {
    community = ada.foundPublic("Roles");
    roles = community.path() + "/roles";
    grace.join(community);
  }

  private String role(String name, String... permissions) {
    return ada.post(roles, Map.of("name", name, "permissions", List.of(permissions))).id();
  }

  private String held(Person person, String role) {
    return member(person) + "/roles/" + role;
  }

  private String member(Person person) {
    return community.path() + "/members/" + person.id();
  }

  private List<String> names(Person person) {
    JsonNode page = person.get(roles).requireSuccess().json();
    return StreamSupport.stream(page.path("items").spliterator(), false)
        .map(item -> item.path("name").asString(""))
        .toList();
  }

  private List<Answer> wishesOf(Person person, String role) {
    return List.of(
        person.post(roles, Map.of("name", "mine")),
        person.patch(roles, Map.of("order", List.of(role))),
        person.patch(roles + "/" + role, Map.of("name", "mine")),
        person.delete(roles + "/" + role),
        person.put(held(person, role)),
        person.delete(held(person, role)),
        person.patch(member(person), Map.of("roles", List.of(role))));
  }

  @Nested
  class WhenTheOwnerManagesThem {

    @Test
    void shouldShowEveryMemberTheirOrder() {
      String low = role("low");
      Answer high = ada.post(roles, Map.of("name", "high", "colour", "#AABBCC"));
      assertThat(high).hasStatus(201);
      assertThat(high.id()).matches(Ids.UUID_V7);
      assertThat(names(grace)).containsExactly("low", "high", "@everyone");

      ada.patch(roles, Map.of("order", List.of(high.id(), low))).requireSuccess();
      ada.patch(roles + "/" + low, Map.of("name", "lower", "permissions", List.of("SPEAK")))
          .requireSuccess();

      assertThat(names(grace)).containsExactly("high", "lower", "@everyone");
      JsonNode first = grace.get(roles).json().path("items").path(0);
      assertThat(first.path("colour").asString("")).isEqualTo("#aabbcc");
      ada.delete(roles + "/" + high.id()).requireSuccess();
      assertThat(names(grace)).containsExactly("lower", "@everyone");
    }

    @Test
    void shouldShowWhoHasThem() {
      String role = role("staff");
      ada.put(held(grace, role)).requireSuccess();

      JsonNode page = grace.get(community.path() + "/members").requireSuccess().json();

      assertThat(StreamSupport.stream(page.path("items").spliterator(), false))
          .filteredOn(item -> item.path("userId").asString("").equals(grace.id()))
          .singleElement()
          .satisfies(item -> assertThat(item.path("roles").path(0).asString("")).isEqualTo(role));
    }

    @Test
    void shouldRefuseTheImpossible() {
      String role = role("staff");

      assertThat(witness.ofNothing(() -> ada.delete(roles + "/" + community.id())))
          .isProblem(409, "role.everyone-fixed");
      assertThat(witness.ofNothing(() -> ada.patch(roles, Map.of("order", List.of()))))
          .isProblem(409, "role.order-outdated");
      assertThat(witness.ofNothing(() -> ada.put(held(stranger, role))))
          .isProblem(404, "membership.not-found");
      assertThat(witness.ofNothing(() -> ada.put(held(grace, Ids.ofNothing()))))
          .isProblem(404, "role.not-found");
      assertThat(witness.ofNothing(() -> ada.post(roles, Map.of("name", "a", "colour", "red"))))
          .isProblem(400, "role.colour-invalid")
          .blames("colour");
    }
  }

  @Nested
  class WhenAMemberIsGivenMore {

    @Test
    void shouldHoldUntilItIsTaken() {
      String role = role("wardens", "MANAGE_CHANNELS");
      Map<String, String> channel = Map.of("name", "hers", "type", "text");
      assertThat(grace.post(community.path() + "/channels", channel))
          .isProblem(403, "permission.missing");

      ada.patch(member(grace), Map.of("roles", List.of(role))).requireSuccess();
      assertThat(grace.post(community.path() + "/channels", channel)).hasStatus(201);

      ada.patch(member(grace), Map.of("roles", List.of())).requireSuccess();
      assertThat(witness.ofNothing(() -> grace.post(community.path() + "/channels", channel)))
          .isProblem(403, "permission.missing");
    }

    @Test
    void shouldNotRaiseThemselves() {
      String high = role("high", "BAN_MEMBERS");
      String steward = role("stewards", "MANAGE_ROLES");
      String low = role("low", "KICK_MEMBERS");
      ada.put(held(grace, steward)).requireSuccess();

      assertThat(witness.ofNothing(() -> grace.put(held(grace, high))))
          .isProblem(403, "role.not-beneath");
      assertThat(witness.ofNothing(() -> grace.put(held(grace, low))))
          .isProblem(403, "permission.missing");
      assertThat(
              witness.ofNothing(
                  () ->
                      grace.patch(
                          roles + "/" + low, Map.of("permissions", List.of("ADMINISTRATOR")))))
          .isProblem(403, "permission.missing");
      assertThat(
              witness.ofNothing(
                  () -> grace.patch(roles, Map.of("order", List.of(steward, high, low)))))
          .isProblem(403, "role.not-beneath");
    }
  }

  @Nested
  class WhenSomeoneMayNot {

    @Test
    void shouldForbidItToAMember() {
      String role = role("staff");

      for (Answer answer : witness.ofEvents(0, () -> wishesOf(grace, role))) {
        assertThat(answer).isProblem(403, "permission.missing");
      }
    }

    @Test
    void shouldForbidAStrangerToLookEvenIfTheServerIsPublic() {
      assertThat(stranger.get(roles)).isProblem(403, "permission.missing");
    }
  }
}
