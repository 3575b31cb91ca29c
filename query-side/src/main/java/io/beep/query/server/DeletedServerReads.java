package io.beep.query.server;

import io.beep.coreapi.server.DeletedServerPage;
import io.beep.coreapi.server.DeletedServerView;
import io.beep.coreapi.server.DeletedServerView.DeletionProgress;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.query.shared.Columns;
import io.beep.query.shared.Positions;
import io.beep.query.shared.ReadModel;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Servers that were deleted and are not gone for ever yet. */
final class DeletedServerReads {

  private static final String OF_OWNER =
      "select p.position, d.id, d.name, d.deleted_at, d.final_at, d.step, d.done, d.total"
          + " from (select "
          + Positions.DIRECTORY
          + " as position) p left join deleted_server d on d.owner_id = :asking"
          + " order by d.final_at, d.id";

  private static final String OF_MEMBER =
      "select d.id from deleted_server d"
          + " join membership me on me.server_id = d.id and me.user_id = :asking";

  private final ReadModel readModel;

  DeletedServerReads(ReadModel readModel) {
    this.readModel = readModel;
  }

  CompletableFuture<DeletedServerPage> ofOwner(UserId asking) {
    return readModel
        .list(OF_OWNER, spec -> spec.bind("asking", asking.value()), DeletedServerReads::found)
        .thenApply(
            rows ->
                new DeletedServerPage(
                    rows.stream().map(Found::server).filter(Objects::nonNull).toList(),
                    rows.getFirst().position()));
  }

  /** Those that someone would be in again when they were restored. */
  CompletableFuture<List<ServerId>> ofMember(UserId asking) {
    return readModel.list(
        OF_MEMBER,
        spec -> spec.bind("asking", asking.value()),
        row -> new ServerId(Columns.id(row, "id")));
  }

  private record Found(@Nullable DeletedServerView server, long position) {}

  private static Found found(Readable row) {
    UUID id = Columns.idOrNull(row, "id");
    return new Found(id == null ? null : view(row, id), Columns.position(row, "position"));
  }

  private static DeletedServerView view(Readable row, UUID id) {
    String step = Columns.textOrNull(row, "step");
    return new DeletedServerView(
        new ServerId(id),
        Columns.text(row, "name"),
        Columns.time(row, "deleted_at"),
        Columns.time(row, "final_at"),
        step == null
            ? null
            : new DeletionProgress(
                step, Columns.longNumber(row, "done"), Columns.longNumber(row, "total")));
  }
}
