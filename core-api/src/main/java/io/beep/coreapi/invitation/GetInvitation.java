package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What an invitation in force leads to.
 *
 * @param asking null for someone who is not signed in
 */
@NeedsNoPermission(because = "whoever has the code is invited, and looks before entering")
public record GetInvitation(InvitationCode code, @Nullable UserId asking)
    implements InvitationQuery<InvitationPreviewView> {}
