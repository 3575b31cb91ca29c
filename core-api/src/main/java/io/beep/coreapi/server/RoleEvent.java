package io.beep.coreapi.server;

/** All that happens to the roles of a server, and to who has them. */
public sealed interface RoleEvent extends ServerEvent
    permits RoleCreated,
        RoleRenamed,
        RoleRecoloured,
        RolePermissionsSet,
        RolesReordered,
        RoleDeleted,
        RoleRestored,
        RoleGiven,
        RoleTaken {}
