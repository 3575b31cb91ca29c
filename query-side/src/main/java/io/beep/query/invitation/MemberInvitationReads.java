package io.beep.query.invitation;

import io.beep.coreapi.invitation.ListMemberInvitations;
import io.beep.coreapi.invitation.ListReceivedInvitations;
import io.beep.coreapi.invitation.MemberInvitationPage;
import io.beep.coreapi.invitation.MemberInvitationView;
import io.beep.coreapi.invitation.ReceivedInvitationPage;
import io.beep.coreapi.invitation.ReceivedInvitationView;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.MemberAccess;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.Permissions;
import io.beep.coreapi.shared.picture.PictureKind;
import io.beep.query.shared.AccessColumns;
import io.beep.query.shared.Author;
import io.beep.query.shared.Columns;
import io.beep.query.shared.Positions;
import io.beep.query.shared.ReadModel;
import io.beep.query.shared.Refusals;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Who is asked into which server, from either side. */
final class MemberInvitationReads {

  /** A server that is deleted asks nobody, and nobody who is banned from it asks for it. */
  private static final String RECEIVED =
      "select p.position, i.* from (select "
          + Positions.DIRECTORY
          + " as position) p "
          + """
          left join lateral (
            select mi.server_id as invited_to, mi.inviter_id, mi.expires_at,
              mi.created_at as invited_at, s.name, s.description, s.picture_id, s.banner_id,
              s.member_count, u.username, u.display_name, u.picture_id as inviter_picture
            from member_invitation mi
            join server s on s.id = mi.server_id
            left join user_profile u on u.id = mi.inviter_id
            where mi.user_id = :asking and mi.expires_at > :now
              and not exists (select from ban b
                where b.server_id = mi.server_id and b.user_id = mi.inviter_id)
            order by mi.created_at desc, mi.server_id limit :limit
          ) i on true
          order by i.invited_at desc, i.invited_to
          """;

  private static final String OPEN =
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
          + """
          left join lateral (
            select mi.user_id as invited_id, mi.inviter_id, mi.expires_at,
              mi.created_at as invited_at, u.username, u.display_name,
              u.picture_id as invited_picture
            from member_invitation mi left join user_profile u on u.id = mi.user_id
            where mi.server_id = s.id and mi.expires_at > :now
          ) i on me.user_id is not null
          order by i.invited_at desc, i.invited_id
          """;

  private final ReadModel readModel;
  private final Clock clock;

  MemberInvitationReads(ReadModel readModel, Clock clock) {
    this.readModel = readModel;
    this.clock = clock;
  }

  CompletableFuture<ReceivedInvitationPage> received(ListReceivedInvitations query) {
    return readModel
        .list(
            RECEIVED,
            spec ->
                spec.bind("asking", query.asking().value())
                    .bind("now", clock.instant())
                    .bind("limit", ListReceivedInvitations.MOST),
            row -> new Received(Columns.position(row, "position"), received(row)))
        .thenApply(
            rows ->
                new ReceivedInvitationPage(
                    rows.stream().map(Received::invitation).filter(Objects::nonNull).toList(),
                    rows.getFirst().position()));
  }

  private record Received(long position, @Nullable ReceivedInvitationView invitation) {}

  private static @Nullable ReceivedInvitationView received(Readable row) {
    UUID server = Columns.idOrNull(row, "invited_to");
    if (server == null) {
      return null;
    }
    return new ReceivedInvitationView(
        new ServerId(server),
        Columns.text(row, "name"),
        Columns.textOrNull(row, "description"),
        PictureKind.PICTURE.address(Columns.textOrNull(row, "picture_id")),
        PictureKind.BANNER.address(Columns.textOrNull(row, "banner_id")),
        Columns.number(row, "member_count"),
        new UserId(Columns.id(row, "inviter_id")),
        Author.of(row).displayName(),
        PictureKind.PICTURE.address(Columns.textOrNull(row, "inviter_picture")),
        Columns.time(row, "expires_at"),
        Columns.time(row, "invited_at"));
  }

  CompletableFuture<MemberInvitationPage> open(ListMemberInvitations query) {
    Instant now = clock.instant();
    return readModel
        .list(
            OPEN,
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
      @Nullable MemberInvitationView invitation) {}

  private static MemberInvitationPage page(List<Found> rows, UserId asking) {
    Found first = rows.getFirst();
    if (first.asking() == null) {
      throw Visibility.PUBLIC.wireName().equals(first.visibility())
          ? Refusals.missing(Permission.CREATE_INVITE)
          : Refusals.notFound("server");
    }
    return new MemberInvitationPage(
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
        open(row));
  }

  private static @Nullable MemberInvitationView open(Readable row) {
    UUID invited = Columns.idOrNull(row, "invited_id");
    if (invited == null) {
      return null;
    }
    Author names = Author.of(row);
    return new MemberInvitationView(
        new UserId(invited),
        names.username(),
        names.displayName(),
        PictureKind.PICTURE.address(Columns.textOrNull(row, "invited_picture")),
        new UserId(Columns.id(row, "inviter_id")),
        Columns.time(row, "expires_at"),
        Columns.time(row, "invited_at"));
  }
}
