package io.beep.query.server;

import io.beep.coreapi.server.ListRoles;
import io.beep.coreapi.server.RolePage;
import io.beep.coreapi.server.RoleView;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.query.shared.Columns;
import io.beep.query.shared.Positions;
import io.beep.query.shared.ReadModel;
import io.beep.query.shared.Refusals;
import io.beep.readmodel.server.RoleRow;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The roles of a server, at most a few hundred, all at once. */
final class RoleReads {

  private static final String ALL =
      "select p.position, s.visibility, me.user_id is not null as asking_is_member,"
          + " r.id, r.server_id, r.name, r.colour, r.permissions, r.rank from (select "
          + Positions.DIRECTORY
          + " as position) p "
          + """
          left join server s on s.id = :server
          left join membership me on me.server_id = s.id and me.user_id = :asking
          left join role r on r.server_id = s.id and me.user_id is not null
          order by r.id = r.server_id, r.rank desc, r.id
          """;

  private final ReadModel readModel;

  RoleReads(ReadModel readModel) {
    this.readModel = readModel;
  }

  CompletableFuture<RolePage> all(ListRoles query) {
    return readModel
        .list(
            ALL,
            spec ->
                spec.bind("server", query.serverId().value())
                    .bind("asking", query.asking().value()),
            RoleReads::found)
        .thenApply(RoleReads::page);
  }

  private record Found(
      long position, @Nullable String visibility, boolean askingIsMember, @Nullable RoleRow role) {}

  private static RolePage page(List<Found> rows) {
    Found first = rows.getFirst();
    if (!first.askingIsMember()) {
      throw Visibility.PUBLIC.wireName().equals(first.visibility())
          ? Refusals.missing(Permission.VIEW_CHANNEL)
          : Refusals.notFound("server");
    }
    List<RoleRow> roles = rows.stream().map(Found::role).filter(Objects::nonNull).toList();
    return new RolePage(
        IntStream.range(0, roles.size()).mapToObj(place -> view(roles.get(place), place)).toList(),
        first.position());
  }

  private static RoleView view(RoleRow role, int order) {
    return new RoleView(
        new RoleId(role.id()),
        new ServerId(role.serverId()),
        role.name(),
        role.colour(),
        PermissionSet.named(role.permissions()),
        order);
  }

  private static Found found(Readable row) {
    return new Found(
        Columns.position(row, "position"),
        Columns.textOrNull(row, "visibility"),
        Columns.flag(row, "asking_is_member"),
        role(row));
  }

  private static @Nullable RoleRow role(Readable row) {
    UUID id = Columns.idOrNull(row, "id");
    return id == null
        ? null
        : new RoleRow(
            id,
            Columns.id(row, "server_id"),
            Columns.texts(row, "permissions"),
            Columns.text(row, "name"),
            Columns.textOrNull(row, "colour"),
            Columns.number(row, "rank"));
  }
}
