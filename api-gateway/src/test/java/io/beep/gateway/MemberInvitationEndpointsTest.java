package io.beep.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.invitation.AcceptMemberInvitation;
import io.beep.coreapi.invitation.DeclineMemberInvitation;
import io.beep.coreapi.invitation.InviteMember;
import io.beep.coreapi.invitation.MemberInvitationDeclined;
import io.beep.coreapi.invitation.MemberInvited;
import io.beep.coreapi.invitation.RevokeMemberInvitation;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.user.FindUserByName;
import io.beep.coreapi.user.UsersView;
import io.beep.gateway.fixture.Behind;
import io.beep.gateway.fixture.FeedClient;
import io.beep.gateway.fixture.GatewayNode;
import io.beep.gateway.fixture.Town;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemberInvitationEndpointsTest {

  private static final Instant END = Instant.parse("2026-03-08T09:00:00Z");

  @TempDir Path web;

  @SuppressWarnings("NullAway.Init")
  private GatewayNode node;

  @SuppressWarnings("NullAway.Init")
  private UserId alice;

  @SuppressWarnings("NullAway.Init")
  private UserId bob;

  @SuppressWarnings("NullAway.Init")
  private ServerId server;

  @BeforeEach
  void start() {
    node = new GatewayNode(web, "--beep.limits=off");
    Town town = new Town(node);
    alice = town.someone();
    bob = town.someone();
    server = town.server(alice);
    node.behind()
        .answer(
            FindUserByName.class,
            UsersView.class,
            query ->
                new UsersView(
                    query.username().equals("bob") ? List.of(Behind.person(bob)) : List.of()));
    node.behind().handle(InviteMember.class, _ -> "");
    node.behind().handle(AcceptMemberInvitation.class, _ -> "");
    node.behind().handle(DeclineMemberInvitation.class, _ -> "");
    node.behind().handle(RevokeMemberInvitation.class, _ -> "");
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private Object lastCommand() {
    return node.behind().commandsSeen().getLast().getPayload();
  }

  @Test
  void shouldLookUpWhomTheNameMeansAndLeaveTheRestToTheCommand() {
    String path = "/api/servers/" + server.value() + "/member-invitations";

    assertThat(node.send("POST", path, alice, "{\"username\":\"bob\"}").status()).isEqualTo(200);
    assertThat(lastCommand()).isEqualTo(new InviteMember(server, alice, bob));
    node.send("POST", path, alice, "{\"username\":\"nobody\"}");
    assertThat(lastCommand()).isEqualTo(new InviteMember(server, alice, null));
    node.send(node.request(path + "/" + bob.value(), alice).DELETE());
    assertThat(lastCommand()).isEqualTo(new RevokeMemberInvitation(server, alice, bob));
  }

  @Test
  void shouldAnswerForOneself() {
    String path = "/api/me/invitations/" + server.value();

    node.send("POST", path + "/accept", bob, "");
    assertThat(lastCommand()).isEqualTo(new AcceptMemberInvitation(server, bob));
    node.send(node.request(path, bob).DELETE());
    assertThat(lastCommand()).isEqualTo(new DeclineMemberInvitation(server, bob));
  }

  @Test
  void shouldTellWhomItNamesAndNobodyElse() {
    Town town = new Town(node);
    long known = node.behind().head();
    try (FeedClient his = town.follow(bob);
        FeedClient hers = town.follow(alice)) {
      long asked = node.behind().publish(new MemberInvited(server, bob, alice, END, 0));
      long declined = node.behind().publish(new MemberInvitationDeclined(server, bob));
      hers.awaitPosition(town.rename(server, alice));

      assertThat(his.awaitPosition(declined).ids()).containsExactly(asked, declined);
      assertThat(his.types()).containsExactly("invitation.received", "invitation.ended");
      assertThat(hers.types()).containsExactly("server.renamed");
      try (FeedClient again = town.resume(bob, known)) {
        assertThat(again.awaitPosition(declined).ids()).containsExactly(asked, declined);
      }
    }
  }
}
