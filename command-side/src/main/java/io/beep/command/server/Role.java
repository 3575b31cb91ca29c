package io.beep.command.server;

import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.permission.PermissionSet;
import org.jspecify.annotations.Nullable;

/** A role of a server as it is now. */
record Role(RoleId id, String name, @Nullable String colour, PermissionSet permissions) {

  Role named(String newName) {
    return new Role(id, newName, colour, permissions);
  }

  Role coloured(@Nullable String newColour) {
    return new Role(id, name, newColour, permissions);
  }

  Role allowing(PermissionSet newPermissions) {
    return new Role(id, name, colour, newPermissions);
  }
}
