package io.beep.query.invitation;

import io.beep.coreapi.invitation.GetInvitation;
import io.beep.coreapi.invitation.InvitationCode;
import io.beep.coreapi.invitation.InvitationError;
import io.beep.coreapi.invitation.InvitationPreviewView;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.Permissions;
import io.beep.coreapi.shared.picture.PictureKind;
import io.beep.query.shared.AccessColumns;
import io.beep.query.shared.Author;
import io.beep.query.shared.Columns;
import io.beep.query.shared.Positions;
import io.beep.query.shared.ReadModel;
import io.beep.query.shared.Refusals;
import io.beep.readmodel.invitation.InvitationRow;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What an invitation leads to. */
final class InvitationPreviews {

  private static final UUID NOBODY = new UUID(0, 0);

  /** Permissions are those of who invites, and not of who asks. */
  private static final String ONE =
      "select p.position, s.name, s.description, s.picture_id, s.banner_id,"
          + " s.member_count, s.visibility, mine.user_id as asking_id, b.user_id as banned_id,"
          + AccessColumns.MEMBER
          + ","
          + InvitationColumns.ALL
          + "from (select "
          + Positions.DIRECTORY
          + " as position) p "
          + """
          join invitation i on i.code = :code
          left join server s on s.id = i.server_id
          left join user_profile u on u.id = i.inviter_id
          left join ban b on b.server_id = i.server_id and b.user_id = i.inviter_id
          left join membership mine on mine.server_id = s.id and mine.user_id = :asking
          left join membership me on me.server_id = s.id and me.user_id = i.inviter_id
          """
          + AccessColumns.MY_ROLES;

  private final ReadModel readModel;
  private final Clock clock;

  InvitationPreviews(ReadModel readModel, Clock clock) {
    this.readModel = readModel;
    this.clock = clock;
  }

  CompletableFuture<InvitationPreviewView> one(GetInvitation query) {
    UserId asking = query.asking();
    return readModel
        .list(
            ONE,
            spec ->
                spec.bind("code", query.code().value())
                    .bind("asking", asking == null ? NOBODY : asking.value()),
            this::found)
        .thenApply(this::requireOpen);
  }

  /** Tells in the order in which accepting would. */
  private InvitationPreviewView requireOpen(List<Found> rows) {
    if (rows.isEmpty()) {
      throw Refusals.notFound("invitation");
    }
    InvitationRow row = rows.getFirst().row();
    InvitationPreviewView preview = rows.getFirst().preview();
    if (preview == null) {
      throw new DomainException(new InvitationError.ServerGone());
    }
    if (preview.member()) {
      return preview;
    }
    if (row.revoked() || !rows.getFirst().letsIn()) {
      throw new DomainException(new InvitationError.Revoked());
    }
    if (row.isUsedUp()) {
      throw new DomainException(new InvitationError.UsedUp());
    }
    if (row.hasExpired(clock.instant())) {
      throw new DomainException(new InvitationError.Expired());
    }
    return preview;
  }

  /**
   * @param letsIn whether its maker is not banned and, of a private server, may invite
   * @param preview null when the server is gone
   */
  private record Found(
      InvitationRow row, boolean letsIn, @Nullable InvitationPreviewView preview) {}

  private Found found(Readable columns) {
    InvitationRow row = InvitationColumns.row(columns);
    String serverName = Columns.textOrNull(columns, "name");
    return serverName == null
        ? new Found(row, false, null)
        : new Found(row, letsIn(columns), preview(columns, row, serverName));
  }

  private boolean letsIn(Readable columns) {
    boolean isPublic =
        Visibility.PUBLIC.wireName().equals(Columns.textOrNull(columns, "visibility"));
    return Columns.idOrNull(columns, "banned_id") == null
        && (isPublic
            || Permissions.effective(
                    AccessColumns.server(columns),
                    AccessColumns.member(columns),
                    null,
                    clock.instant())
                .contains(Permission.CREATE_INVITE));
  }

  private static InvitationPreviewView preview(
      Readable columns, InvitationRow row, String serverName) {
    return new InvitationPreviewView(
        new InvitationCode(row.code()),
        new ServerId(row.serverId()),
        serverName,
        Columns.textOrNull(columns, "description"),
        PictureKind.PICTURE.address(Columns.textOrNull(columns, "picture_id")),
        PictureKind.BANNER.address(Columns.textOrNull(columns, "banner_id")),
        Columns.number(columns, "member_count"),
        Author.of(columns).displayName(),
        row.expiresAt(),
        Columns.idOrNull(columns, "asking_id") != null,
        Columns.position(columns, "position"));
  }
}
