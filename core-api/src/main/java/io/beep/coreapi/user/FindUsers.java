package io.beep.coreapi.user;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.UserId;
import java.util.Set;

/**
 * The users of these ids, as everyone may know them; unknown ids are left out.
 *
 * @param userIds at most {@value #MOST}
 */
@NeedsNoPermission(because = "a name is shown beside everything its bearer wrote")
public record FindUsers(Set<UserId> userIds) implements UserQuery<UsersView> {

  public static final int MOST = 1000;

  public FindUsers {
    userIds = Set.copyOf(userIds);
  }
}
