package io.beep.coreapi.shared.permission;

/**
 * What a channel takes from and gives to one role or one member. What stands in both is allowed.
 */
public record Overwrite(PermissionSet allow, PermissionSet deny) {

  public static final Overwrite NOTHING = new Overwrite(PermissionSet.NONE, PermissionSet.NONE);

  public PermissionSet applyTo(PermissionSet permissions) {
    return permissions.minus(deny).plus(allow);
  }
}
