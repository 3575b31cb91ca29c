package io.beep.command.server;

import io.beep.coreapi.shared.Quotas;
import io.beep.coreapi.shared.RoleId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The roles of a server that can still be restored, and perhaps some for which that is over.
 *
 * @param latest those that were deleted last, the latest last
 */
record DeletedRoles(List<Deleted> latest) {

  static final DeletedRoles NONE = new DeletedRoles(List.of());

  /** As many as a server can have: whoever deletes all of them can restore all of them. */
  private static final int MOST = Quotas.ROLES_OF_A_SERVER;

  DeletedRoles {
    latest = List.copyOf(latest);
  }

  /**
   * One that is gone.
   *
   * @param above the roles that stood above it, the highest first
   */
  record Deleted(Role role, List<RoleId> above, Instant finalAt) {

    Deleted {
      above = List.copyOf(above);
    }

    /**
     * Its place in the order of today: right beneath the nearest of those that stood above it.
     *
     * @param order the highest first
     */
    int placeIn(List<RoleId> order) {
      for (int i = above.size() - 1; i >= 0; i--) {
        int place = order.indexOf(above.get(i));
        if (place >= 0) {
          return place + 1;
        }
      }
      return 0;
    }
  }

  @Nullable Deleted of(RoleId role) {
    return latest.stream().filter(one -> one.role().id().equals(role)).findAny().orElse(null);
  }

  /**
   * @param order as it was, this one among them
   * @param finalAt null for one that cannot be restored
   */
  DeletedRoles with(Role role, List<RoleId> order, @Nullable Instant finalAt) {
    if (finalAt == null) {
      return this;
    }
    List<Deleted> more = new ArrayList<>(latest);
    more.add(new Deleted(role, order.subList(0, Math.max(0, order.indexOf(role.id()))), finalAt));
    return new DeletedRoles(more.subList(Math.max(0, more.size() - MOST), more.size()));
  }

  DeletedRoles without(RoleId role) {
    return new DeletedRoles(latest.stream().filter(one -> !one.role().id().equals(role)).toList());
  }
}
