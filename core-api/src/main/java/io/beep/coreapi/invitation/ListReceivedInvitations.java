package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.UserId;

/** The servers that one is asked into, the newest first, 100 at most. */
@NeedsNoPermission(because = "everyone may know who asked them")
public record ListReceivedInvitations(UserId asking)
    implements InvitationQuery<ReceivedInvitationPage> {

  public static final int MOST = 100;
}
