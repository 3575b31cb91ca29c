package io.beep.projection.moderation;

import io.beep.coreapi.moderation.NewMemberLimitSet;
import io.beep.coreapi.moderation.WordsAllowed;
import io.beep.coreapi.moderation.WordsForbidden;
import io.beep.coreapi.server.ServerDeleted;
import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.coreapi.shared.ServerId;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.projection.shared.Write;
import io.beep.readmodel.moderation.ForbiddenWordRow;
import io.beep.readmodel.shared.ProcessingGroups;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;

/**
 * Writes {@code forbidden_word} and {@code new_member_limit}. While its server can be restored
 * everything stays.
 */
@ProcessingGroup(ProcessingGroups.DIRECTORY)
public final class SafetyProjection implements ProcessesEvents {

  private static final Write<ForbiddenWordRow> FORBIDDEN =
      new Write<>(
          """
          insert into forbidden_word (server_id, word, action) values (?, ?, ?)
          on conflict (server_id, word) do update set action = excluded.action
          """,
          (statement, row) -> {
            statement.setObject(1, row.serverId());
            statement.setString(2, row.word());
            statement.setString(3, row.action());
          });

  private static final Write<ForbiddenWordRow> ALLOWED =
      new Write<>(
          "delete from forbidden_word where server_id = ? and word = ?",
          (statement, row) -> {
            statement.setObject(1, row.serverId());
            statement.setString(2, row.word());
          });

  private static final Write<NewMemberLimitSet> LIMITED =
      new Write<>(
          """
          insert into new_member_limit (server_id, seconds) values (?, ?)
          on conflict (server_id) do update set seconds = excluded.seconds
          """,
          (statement, event) -> {
            statement.setObject(1, event.serverId().value());
            statement.setLong(2, event.seconds());
          });

  private static final List<Write<UUID>> ALL_GONE =
      Stream.of("forbidden_word", "new_member_limit")
          .map(table -> "delete from " + table + " where server_id = ?")
          .map(sql -> new Write<UUID>(sql, (statement, id) -> statement.setObject(1, id)))
          .toList();

  private final ReadModelWriter writer;

  public SafetyProjection(ReadModelWriter writer) {
    this.writer = writer;
  }

  @EventHandler
  void on(WordsForbidden event) {
    event
        .words()
        .forEach(
            word ->
                writer.write(
                    FORBIDDEN,
                    new ForbiddenWordRow(event.serverId().value(), word, event.action())));
  }

  @EventHandler
  void on(WordsAllowed event) {
    event
        .words()
        .forEach(
            word ->
                writer.write(ALLOWED, new ForbiddenWordRow(event.serverId().value(), word, "")));
  }

  @EventHandler
  void on(NewMemberLimitSet event) {
    writer.write(LIMITED, event);
  }

  @EventHandler
  void on(ServerDeleted event) {
    forget(event.serverId());
  }

  @EventHandler
  void on(ServerDeletionFinished event) {
    forget(event.serverId());
  }

  private void forget(ServerId server) {
    ALL_GONE.forEach(all -> writer.write(all, server.value()));
  }

  @ResetHandler
  void reset() {
    writer.truncate("forbidden_word", "new_member_limit");
  }
}
