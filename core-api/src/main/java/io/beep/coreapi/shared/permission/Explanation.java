package io.beep.coreapi.shared.permission;

import io.beep.coreapi.shared.RoleId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether someone may do one thing, and why: what had a say in it, in the order of the steps of
 * {@link Permissions}. The last one wins.
 *
 * @param steps at least one
 */
public record Explanation(Permission permission, boolean allowed, List<Step> steps) {

  public Explanation {
    steps = List.copyOf(steps);
  }

  /**
   * Something that had a say.
   *
   * @param allows whether it said yes
   * @param role which one it was, where the ground is a role or the overwrite for one
   * @param decides whether it had the last word, alone or together with others of its ground
   */
  public record Step(Ground ground, boolean allows, @Nullable RoleId role, boolean decides) {}
}
