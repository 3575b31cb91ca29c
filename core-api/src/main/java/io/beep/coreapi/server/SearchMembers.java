package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;

/**
 * Members of a server whose username, name or last name begins with something, by name, for its
 * members. Small and capital letters and accents make no difference.
 *
 * @param words what it begins with, 1 to {@value #LONGEST} characters
 * @param limit 1 to {@value #MOST}
 */
@NeedsNoPermission(because = "members see who is with them")
public record SearchMembers(ServerId serverId, UserId asking, String words, int limit)
    implements ServerQuery<MemberPage> {

  /** Longer than any name. */
  public static final int LONGEST = 200;

  /** More are not read, but narrowed down by another letter. */
  public static final int MOST = 100;
}
