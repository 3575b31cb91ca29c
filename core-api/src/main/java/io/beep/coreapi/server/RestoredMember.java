package io.beep.coreapi.server;

import io.beep.coreapi.shared.RoleId;
import java.util.List;

/**
 * The answer to {@link TakeBackBan} and {@link TakeBackKick}.
 *
 * @param isBack whether they are in the server again; not for who was banned without being in it
 * @param missingRoles those that they had and did not get back, as the actor may not give them
 */
public record RestoredMember(boolean isBack, List<RoleId> missingRoles) {

  public RestoredMember {
    missingRoles = List.copyOf(missingRoles);
  }
}
