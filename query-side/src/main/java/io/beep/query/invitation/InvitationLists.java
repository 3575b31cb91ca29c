package io.beep.query.invitation;

import io.beep.coreapi.invitation.InvitationCode;
import io.beep.coreapi.invitation.InvitationPage;
import io.beep.coreapi.invitation.InvitationView;
import io.beep.coreapi.invitation.ListInvitations;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.MemberAccess;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.Permissions;
import io.beep.query.shared.AccessColumns;
import io.beep.query.shared.Author;
import io.beep.query.shared.Columns;
import io.beep.query.shared.Positions;
import io.beep.query.shared.ReadModel;
import io.beep.query.shared.Refusals;
import io.beep.readmodel.invitation.InvitationRow;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The invitations of a server that are in force; the quota keeps their number small. */
final class InvitationLists {

  private static final String IN_FORCE =
      "select p.position, s.visibility, i.*, "
          + AccessColumns.MEMBER
          + "from (select "
          + Positions.DIRECTORY
          + " as position) p "
          + """
          left join server s on s.id = :server
          left join membership me on me.server_id = s.id and me.user_id = :asking
          """
          + AccessColumns.MY_ROLES
          + "left join lateral (select"
          + InvitationColumns.ALL
          + """
            from invitation i left join user_profile u on u.id = i.inviter_id
            where i.server_id = s.id
              and not i.revoked and (i.max_uses is null or i.uses < i.max_uses)
              and (i.expires_at is null or i.expires_at > :now)
          ) i on me.user_id is not null
          order by i.invited_at desc, i.code
          """;

  private final ReadModel readModel;
  private final Clock clock;

  InvitationLists(ReadModel readModel, Clock clock) {
    this.readModel = readModel;
    this.clock = clock;
  }

  CompletableFuture<InvitationPage> inForce(ListInvitations query) {
    Instant now = clock.instant();
    return readModel
        .list(
            IN_FORCE,
            spec ->
                spec.bind("server", query.serverId().value())
                    .bind("asking", query.asking().value())
                    .bind("now", now),
            row -> found(row, now))
        .thenApply(rows -> page(rows, query.asking()));
  }

  /**
   * @param asking null for who is no member
   * @param manages whether they look after the invitations of others
   */
  private record Found(
      long position,
      @Nullable String visibility,
      @Nullable MemberAccess asking,
      boolean manages,
      @Nullable InvitationView invitation) {}

  private static InvitationPage page(List<Found> rows, UserId asking) {
    Found first = rows.getFirst();
    if (first.asking() == null) {
      throw Visibility.PUBLIC.wireName().equals(first.visibility())
          ? Refusals.missing(Permission.CREATE_INVITE)
          : Refusals.notFound("server");
    }
    return new InvitationPage(
        rows.stream()
            .map(Found::invitation)
            .filter(Objects::nonNull)
            .filter(one -> first.manages() || one.inviterId().equals(asking))
            .toList(),
        first.position());
  }

  private static Found found(Readable row, Instant now) {
    MemberAccess asking = AccessColumns.member(row);
    return new Found(
        Columns.position(row, "position"),
        Columns.textOrNull(row, "visibility"),
        asking,
        asking != null
            && Permissions.effective(AccessColumns.server(row), asking, null, now)
                .contains(Permission.MANAGE_SERVER),
        invitation(row));
  }

  private static @Nullable InvitationView invitation(Readable row) {
    if (Columns.textOrNull(row, "code") == null) {
      return null;
    }
    InvitationRow found = InvitationColumns.row(row);
    return new InvitationView(
        new InvitationCode(found.code()),
        new ServerId(found.serverId()),
        new UserId(found.inviterId()),
        Author.of(row).displayName(),
        found.uses(),
        found.maxUses(),
        found.expiresAt(),
        found.createdAt());
  }
}
