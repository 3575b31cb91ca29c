package io.beep.coreapi.invitation;

import java.util.List;

/**
 * Invitations, the newest first.
 *
 * @param position the place in the event stream up to which the answer knows everything
 */
public record ReceivedInvitationPage(List<ReceivedInvitationView> items, long position) {

  public ReceivedInvitationPage {
    items = List.copyOf(items);
  }
}
