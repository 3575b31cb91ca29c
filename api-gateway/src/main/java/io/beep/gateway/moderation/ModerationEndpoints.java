package io.beep.gateway.moderation;

import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Endpoint;
import java.util.List;

/** Every slice of this feature. */
public final class ModerationEndpoints {

  private ModerationEndpoints() {}

  public static List<Endpoint> of(CommandSender commands, QueryAsker queries) {
    return List.of(
        new KickMemberEndpoint(commands),
        new ListBansEndpoint(queries),
        new BanMemberEndpoint(commands),
        new UnbanMemberEndpoint(commands),
        new TimeOutMemberEndpoint(commands),
        new LiftTimeoutEndpoint(commands),
        new ReportMessageEndpoint(commands),
        new ReportMemberEndpoint(commands),
        new GetSafetyEndpoint(queries),
        new SetForbiddenWordsEndpoint(commands),
        new LimitNewMembersEndpoint(commands),
        new TrustMemberEndpoint(commands),
        new GetOwnLimitsEndpoint(queries),
        new ListReportsEndpoint(queries),
        new ResolveReportEndpoint(commands),
        new ReopenReportEndpoint(commands));
  }
}
