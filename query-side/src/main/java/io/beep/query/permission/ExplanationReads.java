package io.beep.query.permission;

import static io.beep.query.shared.AccessColumns.ALL_OVERWRITES;
import static io.beep.query.shared.AccessColumns.ALL_ROLES;
import static io.beep.query.shared.AccessColumns.CHANNEL;
import static io.beep.query.shared.AccessColumns.MEMBER;

import io.beep.coreapi.permission.GetChannelPermissions;
import io.beep.coreapi.permission.GetServerPermissions;
import io.beep.coreapi.permission.MemberPermissionsView;
import io.beep.coreapi.permission.PermissionStepView;
import io.beep.coreapi.permission.PermissionView;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.ChannelAccess;
import io.beep.coreapi.shared.permission.Explanation;
import io.beep.coreapi.shared.permission.Explanations;
import io.beep.coreapi.shared.permission.MemberAccess;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.coreapi.shared.permission.Permissions;
import io.beep.coreapi.shared.permission.ServerAccess;
import io.beep.query.shared.AccessColumns;
import io.beep.query.shared.Author;
import io.beep.query.shared.Columns;
import io.beep.query.shared.Positions;
import io.beep.query.shared.ReadModel;
import io.beep.query.shared.Refusals;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a member may do what they may: who asks, who is asked about, every role and overwrite, out of
 * one snapshot.
 */
final class ExplanationReads {

  private static final String WHO =
      Positions.DIRECTORY
          + " as position, s.visibility, t.user_id as told_id, t.roles as told_roles,"
          + " t.timed_out_until as told_timed_out_until, u.username, u.display_name,"
          + " (select array_agg(r.name order by r.id) from role r where r.server_id = s.id)"
          + " as role_names,"
          + MEMBER;

  private static final String MEMBERS =
      " left join membership me on me.server_id = s.id and me.user_id = :asking"
          + " left join membership t on t.server_id = s.id and t.user_id = :told"
          + " left join user_profile u on u.id = t.user_id";

  private static final String IN_CHANNEL =
      "select f.id as folder_id, f.name as folder_name,"
          + WHO
          + ","
          + CHANNEL
          + " from channel c join server s on s.id = c.server_id"
          + " left join channel f on c.synced and f.id = c.parent_id"
          + MEMBERS
          + ALL_ROLES
          + ALL_OVERWRITES
          + " where c.id = :where";

  private static final String IN_SERVER =
      "select " + WHO + " from server s" + MEMBERS + ALL_ROLES + " where s.id = :where";

  private final ReadModel readModel;

  ExplanationReads(ReadModel readModel) {
    this.readModel = readModel;
  }

  CompletableFuture<MemberPermissionsView> inChannel(GetChannelPermissions query, Instant now) {
    ChannelId channel = query.channelId();
    return read(IN_CHANNEL, channel.value(), query.userId(), query.asking(), channel)
        .thenApply(rows -> ofChannel(rows, now));
  }

  CompletableFuture<MemberPermissionsView> inServer(GetServerPermissions query, Instant now) {
    return read(IN_SERVER, query.serverId().value(), query.userId(), query.asking(), null)
        .thenApply(rows -> ofServer(rows, now));
  }

  private CompletableFuture<List<Found>> read(
      String sql, UUID where, UserId told, UserId asking, @Nullable ChannelId channel) {
    return readModel.list(
        sql,
        spec -> spec.bind("where", where).bind("told", told.value()).bind("asking", asking.value()),
        row -> found(row, channel));
  }

  /**
   * @param asking null for who is no member
   * @param told who is asked about; null for who is no member
   */
  private record Found(
      ServerAccess server,
      boolean isPublic,
      Map<RoleId, String> roleNames,
      @Nullable MemberAccess asking,
      @Nullable MemberAccess told,
      Author names,
      @Nullable ChannelAccess channel,
      @Nullable UUID folder,
      @Nullable String folderName,
      long position) {

    PermissionSet askingMay(Instant now) {
      return Permissions.effective(server, asking, channel, now);
    }
  }

  private static MemberPermissionsView ofChannel(List<Found> rows, Instant now) {
    if (rows.isEmpty() || !rows.getFirst().askingMay(now).contains(Permission.VIEW_CHANNEL)) {
      throw Refusals.notFound("channel");
    }
    return view(rows.getFirst(), now);
  }

  private static MemberPermissionsView ofServer(List<Found> rows, Instant now) {
    if (rows.isEmpty() || (rows.getFirst().asking() == null && !rows.getFirst().isPublic())) {
      throw Refusals.notFound("server");
    }
    return view(rows.getFirst(), now);
  }

  private static MemberPermissionsView view(Found found, Instant now) {
    if (!found.askingMay(now).contains(Permission.MANAGE_ROLES)) {
      throw Refusals.missing(Permission.MANAGE_ROLES);
    }
    MemberAccess told = found.told();
    if (told == null) {
      throw Refusals.notFound("membership");
    }
    ChannelAccess channel = found.channel();
    UUID folder = found.folder();
    return new MemberPermissionsView(
        found.server().serverId(),
        channel == null ? null : channel.channelId(),
        folder == null ? null : new ChannelId(folder),
        found.folderName(),
        told.userId(),
        found.names().username(),
        found.names().displayName(),
        told.isTimedOut(now) ? told.timedOutUntil() : null,
        Explanations.of(found.server(), told, channel, now).stream()
            .map(one -> view(one, found.roleNames()))
            .toList(),
        found.position());
  }

  private static PermissionView view(Explanation explanation, Map<RoleId, String> roleNames) {
    return new PermissionView(
        explanation.permission(),
        explanation.allowed(),
        explanation.steps().stream()
            .map(
                step -> {
                  RoleId role = step.role();
                  return new PermissionStepView(
                      step.ground(),
                      step.allows(),
                      role,
                      role == null ? null : roleNames.get(role),
                      step.decides());
                })
            .toList());
  }

  private static Found found(Readable row, @Nullable ChannelId channel) {
    ServerAccess server = AccessColumns.server(row);
    return new Found(
        server,
        Visibility.PUBLIC.wireName().equals(Columns.text(row, "visibility")),
        roleNames(row),
        AccessColumns.member(row),
        told(row),
        Author.of(row),
        channel == null ? null : AccessColumns.channel(row, channel, server.serverId()),
        channel == null ? null : Columns.idOrNull(row, "folder_id"),
        channel == null ? null : Columns.textOrNull(row, "folder_name"),
        Columns.position(row, "position"));
  }

  private static @Nullable MemberAccess told(Readable row) {
    UUID told = Columns.idOrNull(row, "told_id");
    return told == null
        ? null
        : new MemberAccess(
            new UserId(told),
            Columns.ids(row, "told_roles").stream().map(RoleId::new).collect(Collectors.toSet()),
            Columns.timeOrNull(row, "told_timed_out_until"));
  }

  private static Map<RoleId, String> roleNames(Readable row) {
    List<UUID> ids = Columns.ids(row, "role_ids");
    List<String> names = Columns.texts(row, "role_names");
    Map<RoleId, String> byId = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      byId.put(new RoleId(ids.get(i)), names.get(i));
    }
    return byId;
  }
}
