package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.Set;

/**
 * Those of these users who are members of a server, for its members.
 *
 * @param users up to {@value #MOST}; more are passed over
 */
@NeedsNoPermission(because = "members see who is with them")
public record FindMembers(ServerId serverId, UserId asking, Set<UserId> users)
    implements ServerQuery<MemberPage> {

  /** What a screen asks for at once. */
  public static final int MOST = 100;

  public FindMembers {
    users = Set.copyOf(users);
  }
}
