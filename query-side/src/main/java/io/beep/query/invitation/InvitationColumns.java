package io.beep.query.invitation;

import io.beep.query.shared.Columns;
import io.beep.readmodel.invitation.InvitationRow;
import io.r2dbc.spi.Readable;

/** An invitation out of a row that has its columns. */
final class InvitationColumns {

  /** Of {@code invitation} as {@code i}; the names of its maker as {@code u}. */
  static final String ALL =
      " i.code, i.server_id as invited_to, i.inviter_id, i.max_uses, i.expires_at, i.uses,"
          + " i.revoked, i.created_at as invited_at, u.username, u.display_name ";

  private InvitationColumns() {}

  static InvitationRow row(Readable row) {
    return new InvitationRow(
        Columns.text(row, "code"),
        Columns.id(row, "invited_to"),
        Columns.id(row, "inviter_id"),
        row.get("max_uses", Integer.class),
        Columns.timeOrNull(row, "expires_at"),
        Columns.number(row, "uses"),
        Columns.flag(row, "revoked"),
        Columns.time(row, "invited_at"));
  }
}
