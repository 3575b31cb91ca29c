package io.beep.query.invitation;

import static io.beep.query.shared.Refused.answered;
import static io.beep.query.shared.Refused.refusedWith;
import static io.beep.query.shared.World.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.invitation.ListMemberInvitations;
import io.beep.coreapi.invitation.ListReceivedInvitations;
import io.beep.coreapi.invitation.MemberInvitationPage;
import io.beep.coreapi.invitation.MemberInvitationView;
import io.beep.coreapi.invitation.ReceivedInvitationPage;
import io.beep.coreapi.invitation.ReceivedInvitationView;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.query.shared.World;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MemberInvitationQueriesIT {

  private static final Instant END = NOW.plusSeconds(60);

  private final World world = new World();
  private final UserId owner = world.user("owner");
  private final UserId member = world.user("member");
  private final UserId asked = world.user("asked");
  private final UserId stranger = world.user("stranger");
  private final InvitationQueries queries =
      new InvitationQueries(world.readModel(), world.barrier(), World.CLOCK);

  @AfterEach
  void close() {
    world.close();
  }

  private void ask(ServerId server, UserId user, UserId inviter, Instant until, Instant when) {
    world
        .jdbc()
        .update(
            "insert into member_invitation (server_id, user_id, inviter_id, expires_at, created_at)"
                + " values (?, ?, ?, ?, ?)",
            server.value(),
            user.value(),
            inviter.value(),
            until.atOffset(ZoneOffset.UTC),
            when.atOffset(ZoneOffset.UTC));
  }

  private CompletableFuture<ReceivedInvitationPage> received(UserId asking) {
    return queries.answer(new ListReceivedInvitations(asking), null);
  }

  private CompletableFuture<MemberInvitationPage> open(ServerId server, UserId asking) {
    return queries.answer(new ListMemberInvitations(server, asking), null);
  }

  @Nested
  class WhenSomeoneWasAsked {

    @Test
    void shouldSeeWhereToAndByWhomTheNewestFirst() {
      ServerId older = world.server(owner, "private", "Secrets", "about them");
      ServerId newer = world.publicServer(owner);
      ask(older, asked, owner, END, NOW.minusSeconds(9));
      ask(newer, asked, owner, END, NOW.minusSeconds(5));
      world
          .jdbc()
          .update(
              "update server set picture_id = 'aa', banner_id = 'bb' where id = ?", older.value());
      world.jdbc().update("update user_profile set picture_id = 'cc' where id = ?", owner.value());

      ReceivedInvitationPage page = answered(received(asked));

      assertThat(page.items())
          .extracting(ReceivedInvitationView::serverId)
          .containsExactly(newer, older);
      assertThat(page.items().getLast())
          .isEqualTo(
              new ReceivedInvitationView(
                  older,
                  "Secrets",
                  "about them",
                  "/api/pictures/aa/256",
                  "/api/pictures/bb/1920",
                  1,
                  owner,
                  "owner the Great",
                  "/api/pictures/cc/256",
                  END,
                  NOW.minusSeconds(9)));
      assertThat(answered(received(stranger)).items()).isEmpty();
    }

    @Test
    void shouldNotSeeWhatIsOverOrGone() {
      ServerId over = world.publicServer(owner);
      ServerId gone = world.publicServer(owner);
      ask(over, asked, owner, NOW, NOW.minusSeconds(9));
      ask(gone, asked, owner, END, NOW.minusSeconds(9));
      world.delete(gone);
      ServerId barred = world.publicServer(owner);
      ask(barred, asked, stranger, END, NOW.minusSeconds(9));
      world
          .jdbc()
          .update(
              "insert into ban (server_id, user_id, banned_by, banned_at) values (?, ?, ?, now())",
              barred.value(),
              stranger.value(),
              owner.value());

      assertThat(answered(received(asked)).items()).isEmpty();
    }
  }

  @Nested
  class WhenSomeoneAsked {

    @Test
    void shouldSeeThoseTheyAskedAndManagersAll() {
      ServerId server = world.privateServer(owner);
      UserId manager = world.user("manager");
      world.member(server, member);
      world.member(server, manager, world.role(server, Permission.MANAGE_SERVER));
      ask(server, asked, member, END, NOW.minusSeconds(9));
      ask(server, stranger, owner, END, NOW.minusSeconds(5));

      assertThat(answered(open(server, member)).items())
          .containsExactly(
              new MemberInvitationView(
                  asked, "asked", "asked the Great", null, member, END, NOW.minusSeconds(9)));
      assertThat(answered(open(server, manager)).items())
          .extracting(MemberInvitationView::userId)
          .containsExactly(stranger, asked);
    }

    @Test
    void shouldBeForMembersOnly() {
      refusedWith("permission.missing", open(world.publicServer(owner), stranger));
      refusedWith("server.not-found", open(world.privateServer(owner), stranger));
    }
  }
}
