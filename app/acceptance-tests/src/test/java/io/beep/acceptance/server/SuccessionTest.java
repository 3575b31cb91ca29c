package io.beep.acceptance.server;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBeep
class SuccessionTest {

  private final Person ada;
  private final Person grace;
  private final Person stranger;
  private Community community;

  SuccessionTest(Beep beep) {
    this.ada = beep.ada();
    this.grace = beep.grace();
    this.stranger = beep.stranger();
    this.community = ada.foundPublic("Dynasty");
  }

  /** What one test changes would be changed in another. */
  @BeforeEach
  void found() {
    community = ada.foundPublic("Dynasty");
    grace.join(community);
  }

  private Answer handOver(Person from, Person to) {
    return from.call("PUT", community.path() + "/owner").json(Map.of("userId", to.id())).send();
  }

  @Test
  void shouldGiveAllToTheNewOwnerAndLetTheOldOneGo() {
    handOver(ada, grace).requireSuccess();

    assertThat(stranger.get(community.path()).json().path("ownerId").asString(""))
        .isEqualTo(grace.id());
    assertThat(handOver(ada, ada)).isProblem(403, "server.not-the-owner");
    grace.patch(community.path(), Map.of("name", "Hers")).requireSuccess();
    ada.leave(community);
  }

  @Test
  void shouldRefuseStrangersAndWhoIsNotTheOwner() {
    assertThat(handOver(ada, stranger)).isProblem(404, "membership.not-found");
    assertThat(handOver(grace, grace)).isProblem(403, "server.not-the-owner");
    assertThat(ada.call("PUT", community.path() + "/owner").json(Map.of("userId", "grace")).send())
        .isProblem(400, "request.invalid")
        .blames("userId");
  }
}
