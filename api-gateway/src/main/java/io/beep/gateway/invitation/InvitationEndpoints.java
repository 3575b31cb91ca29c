package io.beep.gateway.invitation;

import io.beep.coreapi.invitation.InvitationCode;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.problem.Problems;
import java.util.List;

/** Every slice of this feature. */
public final class InvitationEndpoints {

  private InvitationEndpoints() {}

  public static List<Endpoint> of(CommandSender commands, QueryAsker queries) {
    return List.of(
        new CreateInvitationEndpoint(commands),
        new ListInvitationsEndpoint(queries),
        new GetInvitationEndpoint(queries),
        new AcceptInvitationEndpoint(commands),
        new RevokeInvitationEndpoint(commands),
        new InviteMemberEndpoint(commands, queries),
        new ListMemberInvitationsEndpoint(queries),
        new RevokeMemberInvitationEndpoint(commands),
        new ListReceivedInvitationsEndpoint(queries),
        new AcceptReceivedInvitationEndpoint(commands),
        new DeclineReceivedInvitationEndpoint(commands));
  }

  /** The code in the path. What cannot be one is answered like one that nobody made. */
  static InvitationCode invitationOf(ApiRequest request) {
    String text = request.variable("code");
    try {
      // A code also reads itself from its stored form, which is longer; here only bare ones count.
      if (text.length() == InvitationCode.LENGTH) {
        return InvitationCode.of(text);
      }
    } catch (IllegalArgumentException noCode) {
      throw Problems.notFound("invitation").exception();
    }
    throw Problems.notFound("invitation").exception();
  }
}
