package io.beep.coreapi.permission;

import io.beep.coreapi.shared.permission.Permission;
import java.util.List;

/**
 * Whether a member may do one thing, and why.
 *
 * @param steps what had a say in it, in order; the last one wins
 */
public record PermissionView(
    Permission permission, boolean allowed, List<PermissionStepView> steps) {

  public PermissionView {
    steps = List.copyOf(steps);
  }
}
