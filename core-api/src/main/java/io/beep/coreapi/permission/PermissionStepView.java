package io.beep.coreapi.permission;

import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.permission.Ground;
import org.jspecify.annotations.Nullable;

/**
 * Something that had a say in whether a member may do one thing.
 *
 * @param allows whether it said yes
 * @param roleId which one it was, where the ground is a role or the overwrite for one
 * @param roleName of that role
 * @param decides whether it had the last word, alone or together with others of its ground
 */
public record PermissionStepView(
    Ground ground,
    boolean allows,
    @Nullable RoleId roleId,
    @Nullable String roleName,
    boolean decides) {}
