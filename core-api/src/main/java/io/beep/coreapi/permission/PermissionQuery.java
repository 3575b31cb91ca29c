package io.beep.coreapi.permission;

import io.beep.coreapi.shared.Query;

/** All that can be asked about permissions. */
public sealed interface PermissionQuery<R> extends Query<R>
    permits GetChannelPermissions, GetServerPermissions, GetPermissionPreview {}
