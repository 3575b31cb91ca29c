package io.beep.projection.audit;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.projection.shared.Times;
import io.beep.projection.shared.Write;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes acts, and keeps how their subjects stand. How a subject stood before is read by the
 * statement that writes the act, so that a batch needs no look into the database before it.
 */
final class AuditTrail {

  /**
   * Whether an overwrite, set while its channel is synced, says the same as that of the folder: it
   * lets nobody in or out, and stands for nothing without the {@code ChannelUnsynced} behind it.
   * Those of roles that are deleted are copied too; nobody else can set them.
   */
  private static final String COPIED =
      """
              a.kind = 'overwrite' and a.effect = 'changed' and exists (
                select from audit_subject c
                where c.server_id = a.server_id and c.kind = 'channel' and c.id = a.holder
                  and (c.state ->> 'synced')::boolean
                  and (
                    exists (
                      select from audit_subject o
                      where o.server_id = a.server_id and o.kind = 'overwrite' and not o.gone
                        and o.id = (c.state ->> 'parentId') || substr(a.id, length(a.holder) + 1)
                        and o.state = a.fields)
                    or exists (
                      select from audit_subject r
                      where r.server_id = a.server_id and r.kind = a.related_kind
                        and r.kind = 'role' and r.id = a.related_id and r.gone)))
      """;

  /** A row that is there already changes nothing else either, so that acts may come twice. */
  private static final Write<Act> ACT =
      new Write<>(
          """
          with act as (
            select ?::uuid as server_id, ?::bigint as position, ?::timestamptz as at,
              ?::uuid as actor_id, ?::text as action, ?::bigint as undoes, ?::text as effect,
              ?::text as kind, ?::text as id, ?::text as holder, ?::jsonb as fields,
              ?::text as target_kind, ?::text as target_id, ?::text as related_kind,
              ?::text as related_id, ?::uuid as channel_id, ?::text as reason, ?::text as kept),
          former as (
            select s.state from audit_subject s join act a using (server_id, kind, id)
            where not s.gone),
          told as (
            select case when a.kept is null then a.fields
                else a.fields || jsonb_build_object(a.kept, f.state -> a.kept)
              end as fields
            from act a left join former f on true),
          entry as (
            insert into audit_entry
              (server_id, position, at, actor_id, action, target_kind, target_id, target_name,
               related_kind, related_id, related_name, subject_kind, subject_id, channel_id, before, after,
               reason, undoes, copied)
            select a.server_id, a.position, a.at, a.actor_id, a.action, a.target_kind, a.target_id,
              coalesce(
                (select t.state ->> 'name' from audit_subject t
                 where t.server_id = a.server_id and t.kind = a.target_kind and t.id = a.target_id),
                a.fields ->> 'name'),
              a.related_kind, a.related_id,
              (select r.state ->> 'name' from audit_subject r
               where r.server_id = a.server_id and r.kind = a.related_kind and r.id = a.related_id),
              a.kind, a.id, a.channel_id,
              case a.effect
                when 'created' then null
                when 'removed' then jsonb_strip_nulls(f.state)
                else (
                  select jsonb_strip_nulls(jsonb_object_agg(field, f.state -> field))
                  from jsonb_object_keys(t.fields) field where f.state is not null)
              end,
              case a.effect when 'removed' then null else jsonb_strip_nulls(t.fields) end,
              a.reason, a.undoes,
          """
              + COPIED
              + """
            from act a cross join told t left join former f on true
            on conflict (server_id, position) do nothing
            returning server_id),
          undone as (
            update audit_entry e set undone_by = a.position from act a, entry
            where e.server_id = a.server_id and e.position = a.undoes)
          insert into audit_subject (server_id, kind, id, holder, state, gone, position)
          select a.server_id, a.kind, a.id, a.holder,
            case a.effect
              when 'created' then a.fields else coalesce(f.state, '{}') || a.fields
            end,
            a.effect = 'removed', a.position
          from act a join entry on true left join former f on true
          on conflict (server_id, kind, id)
          do update set state = excluded.state, gone = excluded.gone, position = excluded.position
          """,
          (statement, act) -> {
            Happening happening = act.happening();
            Thing related = act.related();
            statement.setObject(1, happening.serverId());
            statement.setLong(2, happening.position());
            statement.setObject(3, Times.toColumn(happening.at()));
            statement.setObject(4, happening.actorId());
            statement.setString(5, happening.action());
            statement.setObject(6, happening.undoes());
            statement.setString(7, act.effect().name().toLowerCase(Locale.ROOT));
            statement.setString(8, act.subject().kind());
            statement.setString(9, act.subject().id());
            statement.setString(10, act.subject().holder());
            statement.setString(11, act.fields().json());
            statement.setString(12, act.target().kind());
            statement.setString(13, act.target().id());
            statement.setString(14, related == null ? null : related.kind());
            statement.setString(15, related == null ? null : related.id());
            statement.setObject(16, act.channelId());
            statement.setString(17, act.reason());
            statement.setString(18, act.kept());
          });

  private record Note(Happening happening, Thing thing, Fields fields) {}

  private static final Write<Note> NOTED =
      new Write<>(
          """
          insert into audit_subject (server_id, kind, id, holder, state, gone, position)
          values (?, ?, ?, ?, ?::jsonb, false, ?)
          on conflict (server_id, kind, id)
          do update set state = excluded.state, gone = false, position = excluded.position
          where audit_subject.position < excluded.position
          """,
          (statement, note) -> {
            statement.setObject(1, note.happening().serverId());
            statement.setString(2, note.thing().kind());
            statement.setString(3, note.thing().id());
            statement.setString(4, note.thing().holder());
            statement.setString(5, note.fields().json());
            statement.setLong(6, note.happening().position());
          });

  private record Gone(Happening happening, String id) {}

  private static final Write<Gone> OVERWRITES_OF_CHANNEL_GONE =
      new Write<>(
          """
          update audit_subject set gone = true, position = ?
          where server_id = ? and kind = 'overwrite' and holder = ? and position < ?
          """,
          AuditTrail::bind);

  private static final Write<Gone> OVERWRITES_OF_ROLE_GONE =
      new Write<>(
          """
          update audit_subject set gone = true, position = ?
          where server_id = ? and kind = 'overwrite' and id like '%/role/' || ? and position < ?
            and not gone
          """,
          AuditTrail::bind);

  /** Those that went with the role, and not before it: they have the place of its deletion. */
  private static final Write<Gone> OVERWRITES_OF_ROLE_BACK =
      new Write<>(
          """
          with back as (select ?::bigint as position, ?::uuid as server_id, ?::text as role)
          update audit_subject o set gone = false, position = back.position
          from back join audit_subject r on r.server_id = back.server_id and r.kind = 'role'
            and r.id = back.role
          where o.server_id = back.server_id and o.kind = 'overwrite'
            and o.id like '%/role/' || back.role and o.gone and o.position = r.position
            and o.position < ?
          """,
          AuditTrail::bind);

  private record Back(Happening happening, Thing thing) {}

  /** However it was restored, by the log or by hand. */
  private static final Write<Back> DELETION_UNDONE =
      new Write<>(
          """
          with back as (
            select ?::bigint as position, ?::uuid as server_id, ?::text as kind, ?::text as id)
          update audit_entry e set undone_by = back.position from back
          where e.server_id = back.server_id and e.undone_by is null and e.position = (
            select max(d.position) from audit_entry d
            where d.server_id = back.server_id and d.target_id = back.id
              and d.subject_kind = back.kind and d.subject_id = back.id
              and d.after is null and d.position < back.position)
          """,
          (statement, back) -> {
            statement.setLong(1, back.happening().position());
            statement.setObject(2, back.happening().serverId());
            statement.setString(3, back.thing().kind());
            statement.setString(4, back.thing().id());
          });

  /** Those that were set and removed since the channel followed its folder the last time. */
  private static final Write<Gone> OVERWRITES_OF_CHANNEL_UNDONE =
      new Write<>(
          """
          with back as (select ?::bigint as position, ?::uuid as server_id, ?::text as channel)
          update audit_entry e set undone_by = back.position from back
          where e.server_id = back.server_id and e.target_id = back.channel
            and e.subject_kind = 'overwrite' and e.undone_by is null and e.undoes is null
            and e.position > coalesce((
              select max(d.position) from audit_entry d
              where d.server_id = back.server_id and d.target_id = back.channel
                and d.action in ('channel.ChannelCreated', 'channel.ChannelRestored',
                  'channel.ChannelSynced')
                and d.position < back.position), -1)
            and e.position < ?
          """,
          AuditTrail::bind);

  private static final Write<Gone> ROLE_LOWEST =
      new Write<>(
          """
          with made as (select ?::bigint as position, ?::uuid as server_id, ?::text as role)
          update audit_subject s
          set state = jsonb_set(s.state, '{order}', (s.state -> 'order') || to_jsonb(made.role)),
            position = made.position
          from made where s.server_id = made.server_id and s.kind = 'order' and s.position < ?
          """,
          AuditTrail::bind);

  private static final Write<Gone> ROLE_OUT_OF_ORDER =
      new Write<>(
          """
          with gone as (select ?::bigint as position, ?::uuid as server_id, ?::text as role)
          update audit_subject s
          set state = jsonb_set(s.state, '{order}', (s.state -> 'order') - gone.role),
            position = gone.position
          from gone where s.server_id = gone.server_id and s.kind = 'order' and s.position < ?
          """,
          AuditTrail::bind);

  private static void bind(java.sql.PreparedStatement statement, Gone gone)
      throws java.sql.SQLException {
    statement.setLong(1, gone.happening().position());
    statement.setObject(2, gone.happening().serverId());
    statement.setString(3, gone.id());
    statement.setLong(4, gone.happening().position());
  }

  private static final List<Write<UUID>> ALL_OF_SERVER =
      Stream.of("audit_entry", "audit_subject", "member_move")
          .map(table -> "delete from " + table + " where server_id = ?")
          .map(sql -> new Write<UUID>(sql, (statement, id) -> statement.setObject(1, id)))
          .toList();

  private final ReadModelWriter writer;

  AuditTrail(ReadModelWriter writer) {
    this.writer = writer;
  }

  void write(Act act) {
    writer.write(ACT, act);
  }

  /** Keeps how something stands that came about beside what was done. */
  void note(Happening happening, Thing thing, Fields fields) {
    writer.write(NOTED, new Note(happening, thing, fields));
  }

  void dropOverwritesOf(Happening happening, ChannelId channel) {
    writer.write(OVERWRITES_OF_CHANNEL_GONE, new Gone(happening, channel.value().toString()));
  }

  /** What its own overwrites became is undone with them; to be called when they are dropped. */
  void undoOverwritesOf(Happening happening, ChannelId channel) {
    writer.write(OVERWRITES_OF_CHANNEL_UNDONE, new Gone(happening, channel.value().toString()));
  }

  void dropOverwritesOf(Happening happening, RoleId role) {
    writer.write(OVERWRITES_OF_ROLE_GONE, new Gone(happening, role.value().toString()));
  }

  /** To be called before the role itself is written. */
  void bringBackOverwritesOf(Happening happening, RoleId role) {
    writer.write(OVERWRITES_OF_ROLE_BACK, new Gone(happening, role.value().toString()));
  }

  /** Its deletion is undone by this. */
  void undo(Happening happening, Thing thing) {
    writer.write(DELETION_UNDONE, new Back(happening, thing));
  }

  void putBeneathAll(Happening happening, RoleId role) {
    writer.write(ROLE_LOWEST, new Gone(happening, role.value().toString()));
  }

  void takeOutOfOrder(Happening happening, RoleId role) {
    writer.write(ROLE_OUT_OF_ORDER, new Gone(happening, role.value().toString()));
  }

  /** Of a server that is gone nobody may read the log any more. */
  void forget(ServerId server) {
    ALL_OF_SERVER.forEach(all -> writer.write(all, server.value()));
  }

  void reset() {
    writer.truncate("audit_entry", "audit_subject", "member_move");
  }
}
