package io.beep.query.shared;

import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;

/** The two ways to say no: to who may not know of a thing, and to who sees it. */
public final class Refusals {

  private Refusals() {}

  /**
   * @param what {@code server}, {@code channel} or {@code message}
   */
  public static DomainException notFound(String what) {
    return new DomainException(new CommonError.NotFound(what));
  }

  public static DomainException missing(Permission permission) {
    return new DomainException(new CommonError.Forbidden(permission.name()));
  }

  /**
   * Lets pass who may read a channel.
   *
   * @param what is not found by who may not know of the channel
   */
  public static void requireReader(PermissionSet permissions, String what) {
    if (!permissions.contains(Permission.VIEW_CHANNEL)) {
      throw notFound(what);
    }
    if (!permissions.contains(Permission.READ_HISTORY)) {
      throw missing(Permission.READ_HISTORY);
    }
  }
}
