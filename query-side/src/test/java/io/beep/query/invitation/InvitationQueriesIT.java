package io.beep.query.invitation;

import static io.beep.query.shared.Refused.answered;
import static io.beep.query.shared.Refused.refusedWith;
import static io.beep.query.shared.World.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.invitation.GetInvitation;
import io.beep.coreapi.invitation.InvitationCode;
import io.beep.coreapi.invitation.InvitationPage;
import io.beep.coreapi.invitation.InvitationPreviewView;
import io.beep.coreapi.invitation.InvitationView;
import io.beep.coreapi.invitation.ListInvitations;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.query.shared.World;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InvitationQueriesIT {

  private final World world = new World();
  private final UserId owner = world.user("owner");
  private final UserId member = world.user("member");
  private final UserId stranger = world.user("stranger");
  private final InvitationQueries queries =
      new InvitationQueries(world.readModel(), world.barrier(), World.CLOCK);

  @AfterEach
  void close() {
    world.close();
  }

  @Nested
  class WhenALinkIsOpened {

    private CompletableFuture<InvitationPreviewView> open(
        InvitationCode code, @Nullable UserId asking) {
      return queries.answer(new GetInvitation(code, asking), null);
    }

    @Test
    void shouldShowWhereItLeadsToWhoeverHasIt() {
      ServerId server = world.server(owner, "private", "Secrets", "about them");
      InvitationCode code = world.invitation(server, owner, 2, 3, NOW.plusSeconds(1));

      InvitationPreviewView preview =
          new InvitationPreviewView(
              code,
              server,
              "Secrets",
              "about them",
              null,
              null,
              1,
              "owner the Great",
              NOW.plusSeconds(1),
              false,
              100);
      assertThat(answered(open(code, null))).isEqualTo(preview);
      assertThat(answered(open(code, stranger))).isEqualTo(preview);
      assertThat(answered(open(code, owner)).member()).isTrue();
    }

    @Test
    void shouldTellWhyOneLeadsNowhere() {
      ServerId server = world.privateServer(owner);
      InvitationCode revoked = world.invitation(server, owner, 0, null, null);
      world.jdbc().update("update invitation set revoked = true");
      InvitationCode usedUp = world.invitation(server, owner, 3, 3, null);
      InvitationCode expired = world.invitation(server, owner, 0, null, NOW);

      refusedWith("invitation.revoked", open(revoked, stranger));
      refusedWith("invitation.used-up", open(usedUp, stranger));
      refusedWith("invitation.expired", open(expired, null));
      refusedWith("invitation.not-found", open(InvitationCode.of("1111111111"), stranger));
      for (InvitationCode ended : new InvitationCode[] {revoked, usedUp, expired}) {
        assertThat(answered(open(ended, owner)).member()).isTrue();
      }
      world.jdbc().update("delete from server");
      refusedWith("invitation.server-gone", open(expired, owner));
    }
  }

  @Nested
  class WhenTheOneWhoInvitedIsBanned {

    @Test
    void shouldLeadNowhereAsIfItWereRevoked() {
      ServerId server = world.privateServer(owner);
      InvitationCode code = world.invitation(server, stranger, 0, null, null);
      ServerId other = world.publicServer(owner);
      InvitationCode elsewhere = world.invitation(other, stranger, 0, null, null);
      world
          .jdbc()
          .update(
              "insert into ban (server_id, user_id, banned_by, banned_at) values (?, ?, ?, now())",
              server.value(),
              stranger.value(),
              owner.value());

      refusedWith("invitation.revoked", queries.answer(new GetInvitation(code, null), null));
      assertThat(answered(queries.answer(new GetInvitation(code, owner), null)).member()).isTrue();
      assertThat(answered(queries.answer(new GetInvitation(elsewhere, null), null)).serverId())
          .isEqualTo(other);
    }
  }

  @Nested
  class WhenTheServerIsPrivate {

    @Test
    void shouldLeadNowhereUnlessTheOneWhoInvitedMayStill() {
      ServerId server = world.publicServer(owner);
      RoleId inviting = world.role(server, Permission.CREATE_INVITE);
      UserId inviter = world.user("inviter");
      world.member(server, member);
      world.member(server, inviter, inviting);
      InvitationCode ofMember = world.invitation(server, member, 0, null, null);
      InvitationCode ofInviter = world.invitation(server, inviter, 0, null, null);
      InvitationCode ofStranger = world.invitation(server, stranger, 0, null, null);
      for (InvitationCode code : List.of(ofMember, ofInviter, ofStranger)) {
        assertThat(answered(queries.answer(new GetInvitation(code, null), null)).member())
            .isFalse();
      }

      world.jdbc().update("update server set visibility = 'private'");

      for (InvitationCode code : List.of(ofMember, ofStranger)) {
        refusedWith("invitation.revoked", queries.answer(new GetInvitation(code, null), null));
      }
      assertThat(answered(queries.answer(new GetInvitation(ofMember, inviter), null)).member())
          .isTrue();
      assertThat(answered(queries.answer(new GetInvitation(ofInviter, null), null)).serverId())
          .isEqualTo(server);
    }
  }

  @Nested
  class WhenInvitationsAreListed {

    private CompletableFuture<InvitationPage> list(ServerId server, UserId asking) {
      return queries.answer(new ListInvitations(server, asking), null);
    }

    @Test
    void shouldListWhatIsInForceTheNewestFirst() {
      ServerId server = world.privateServer(owner);
      InvitationCode first = world.invitation(server, owner, 0, null, null);
      world.invitation(server, owner, 3, 3, null);
      world.invitation(server, owner, 0, null, NOW);
      world.invitation(world.privateServer(owner), owner, 0, null, null);
      InvitationCode last = world.invitation(server, owner, 2, 3, NOW.plusSeconds(60));

      InvitationPage page = answered(list(server, owner));

      assertThat(page.items()).extracting(InvitationView::code).containsExactly(last, first);
      assertThat(page.items().getFirst())
          .satisfies(
              one -> {
                assertThat(one.uses()).isEqualTo(2);
                assertThat(one.maxUses()).isEqualTo(3);
                assertThat(one.expiresAt()).isEqualTo(NOW.plusSeconds(60));
                assertThat(one.inviterName()).isEqualTo("owner the Great");
              });
      assertThat(page.position()).isEqualTo(100);
      world.jdbc().update("update invitation set revoked = true");
      assertThat(answered(list(server, owner)).items()).isEmpty();
    }

    @Test
    void shouldShowOthersTheirOwnAlone() {
      ServerId server = world.privateServer(owner);
      RoleId staff = world.role(server, Permission.MANAGE_SERVER);
      UserId manager = world.user("manager");
      world.member(server, member);
      world.member(server, manager, staff);
      InvitationCode theirs = world.invitation(server, owner, 0, null, null);
      InvitationCode own = world.invitation(server, member, 0, null, null);

      assertThat(answered(list(server, member)).items())
          .extracting(InvitationView::code)
          .containsExactly(own);
      assertThat(answered(list(server, manager)).items())
          .extracting(InvitationView::code)
          .containsExactly(own, theirs);
    }

    @Test
    void shouldBeForMembersOnly() {
      refusedWith("permission.missing", list(world.publicServer(owner), stranger));
      refusedWith("server.not-found", list(world.privateServer(owner), stranger));
      refusedWith("server.not-found", list(new ServerId(world.nextId()), stranger));
    }
  }
}
