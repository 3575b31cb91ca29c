package io.beep.coreapi.shared.permission;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A set of permissions in one word; its JSON is the list of their names in order of declaration.
 */
public record PermissionSet(long bits) {

  private static final Permission[] VALUES = Permission.values();

  public static final PermissionSet NONE = new PermissionSet(0);
  public static final PermissionSet ALL = new PermissionSet((1L << VALUES.length) - 1);

  public static PermissionSet of(Permission... permissions) {
    return of(Arrays.asList(permissions));
  }

  public static PermissionSet of(Collection<Permission> permissions) {
    long bits = 0;
    for (Permission permission : permissions) {
      bits |= bit(permission);
    }
    return new PermissionSet(bits);
  }

  /**
   * @throws IllegalArgumentException when a name is no permission
   */
  @JsonCreator
  public static PermissionSet named(Collection<String> names) {
    return of(names.stream().map(PermissionSet::permission).toList());
  }

  private static Permission permission(String name) {
    return Arrays.stream(VALUES)
        .filter(permission -> permission.name().equals(name))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("must be names of permissions"));
  }

  @JsonValue
  public List<String> names() {
    return Arrays.stream(VALUES).filter(this::contains).map(Permission::name).toList();
  }

  public boolean contains(Permission permission) {
    return (bits & bit(permission)) != 0;
  }

  public boolean containsAll(PermissionSet others) {
    return (bits & others.bits) == others.bits;
  }

  public PermissionSet plus(PermissionSet others) {
    return new PermissionSet(bits | others.bits);
  }

  public PermissionSet minus(PermissionSet others) {
    return new PermissionSet(bits & ~others.bits);
  }

  /** What stands in one of the two and not in the other. */
  public PermissionSet difference(PermissionSet others) {
    return new PermissionSet(bits ^ others.bits);
  }

  public PermissionSet intersect(PermissionSet others) {
    return new PermissionSet(bits & others.bits);
  }

  private static long bit(Permission permission) {
    return 1L << permission.ordinal();
  }
}
