package io.beep.coreapi.server;

import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.permission.PermissionSet;
import org.jspecify.annotations.Nullable;

/**
 * A role as every member may know it.
 *
 * @param id that of the server for the role of everyone
 * @param colour {@code #rrggbb}; null for none
 * @param order its place among the roles of the server, 0 for the highest; that of everyone is the
 *     last
 */
public record RoleView(
    RoleId id,
    ServerId serverId,
    String name,
    @Nullable String colour,
    PermissionSet permissions,
    int order) {}
