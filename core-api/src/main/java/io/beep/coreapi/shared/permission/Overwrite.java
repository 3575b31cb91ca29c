package io.beep.coreapi.shared.permission;

import java.util.Collection;

/**
 * What a channel takes from and gives to one role or one member. What stands in both is allowed.
 */
public record Overwrite(PermissionSet allow, PermissionSet deny) {

  public static final Overwrite NOTHING = new Overwrite(PermissionSet.NONE, PermissionSet.NONE);

  /**
   * @throws IllegalArgumentException when a name is no permission
   */
  public static Overwrite named(Collection<String> allow, Collection<String> deny) {
    return new Overwrite(PermissionSet.named(allow), PermissionSet.named(deny));
  }

  public PermissionSet applyTo(PermissionSet permissions) {
    return permissions.minus(deny).plus(allow);
  }
}
