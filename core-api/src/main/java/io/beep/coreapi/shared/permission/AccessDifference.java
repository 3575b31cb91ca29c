package io.beep.coreapi.shared.permission;

/** What someone may do after a change and not before it, and the other way round. */
public record AccessDifference(PermissionSet gained, PermissionSet lost) {

  public static AccessDifference between(PermissionSet before, PermissionSet after) {
    return new AccessDifference(after.minus(before), before.minus(after));
  }

  public boolean isNothing() {
    return gained.equals(PermissionSet.NONE) && lost.equals(PermissionSet.NONE);
  }
}
