package io.beep.query.audit;

import io.beep.coreapi.audit.AuditEntryView;
import io.beep.coreapi.audit.AuditTargetView;
import io.beep.coreapi.shared.AuthorKind;
import io.beep.coreapi.shared.AuthorView;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.picture.PictureKind;
import io.beep.query.shared.Author;
import io.beep.query.shared.Columns;
import io.r2dbc.spi.Readable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** An act out of a row that has its columns. */
final class AuditColumns {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  /** Of {@code audit_entry} as {@code a}, with {@link #NAMES}. */
  static final String ALL =
      """
       a.position as place, a.at, a.actor_id, a.action, a.target_kind, a.target_id,
      coalesce(target.display_name, a.target_name) as target_name, a.related_kind, a.related_id,
      coalesce(related.display_name, a.related_name) as related_name, a.channel_id,
      a.before::text as before, a.after::text as after, a.reason, a.undoes, a.undone_by,
      actor.username, actor.display_name, actor.picture_id as actor_picture
      """;

  /** People go by the names that they have today. */
  static final String NAMES =
      """
       left join user_profile actor on actor.id = a.actor_id
      left join user_profile target
        on target.id = case when a.target_kind = 'member' then a.target_id::uuid end
      left join user_profile related
        on related.id = case when a.related_kind = 'member' then a.related_id::uuid end
      """;

  private AuditColumns() {}

  static AuditEntryView entry(Readable row) {
    Author actor = Author.of(row);
    return new AuditEntryView(
        Columns.position(row, "place"),
        Columns.time(row, "at"),
        new AuthorView(
            new UserId(Columns.id(row, "actor_id")),
            actor.username(),
            actor.displayName(),
            PictureKind.PICTURE.address(Columns.textOrNull(row, "actor_picture")),
            AuthorKind.USER),
        Columns.text(row, "action"),
        target(row, "target"),
        target(row, "related"),
        fields(row, "before"),
        fields(row, "after"),
        Columns.textOrNull(row, "reason"),
        row.get("undoes", Long.class),
        row.get("undone_by", Long.class),
        false);
  }

  private static @Nullable AuditTargetView target(Readable row, String which) {
    String kind = Columns.textOrNull(row, which + "_kind");
    return kind == null
        ? null
        : new AuditTargetView(
            kind, Columns.text(row, which + "_id"), Columns.textOrNull(row, which + "_name"));
  }

  private static @Nullable Map<String, Object> fields(Readable row, String column) {
    String json = Columns.textOrNull(row, column);
    return json == null ? null : JSON.readValue(json, FIELDS);
  }
}
