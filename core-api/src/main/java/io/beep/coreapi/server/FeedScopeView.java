package io.beep.coreapi.server;

import io.beep.coreapi.shared.permission.ChannelAccess;
import io.beep.coreapi.shared.permission.MemberAccess;
import io.beep.coreapi.shared.permission.ServerAccess;
import java.util.List;

/**
 * What a user may see of the event stream after {@code position}.
 *
 * @param position the place in the event stream up to which the answer knows everything
 */
public record FeedScopeView(List<Membership> memberships, long position) {

  public FeedScopeView {
    memberships = List.copyOf(memberships);
  }

  /** One server that the user is in, with every channel of it, also those that they may not see. */
  public record Membership(ServerAccess server, MemberAccess member, List<ChannelAccess> channels) {

    public Membership {
      channels = List.copyOf(channels);
    }
  }
}
