package io.beep.projection;

import io.beep.projection.audit.ChannelAuditProjection;
import io.beep.projection.audit.InvitationAuditProjection;
import io.beep.projection.audit.MemberAuditProjection;
import io.beep.projection.audit.MemberMoveProjection;
import io.beep.projection.audit.MessageAuditProjection;
import io.beep.projection.audit.ReportAuditProjection;
import io.beep.projection.audit.RoleAuditProjection;
import io.beep.projection.audit.SafetyAuditProjection;
import io.beep.projection.audit.ServerAuditProjection;
import io.beep.projection.channel.ChannelProjection;
import io.beep.projection.invitation.InvitationProjection;
import io.beep.projection.invitation.MemberInvitationProjection;
import io.beep.projection.message.ChannelTimelineProjection;
import io.beep.projection.message.SearchGroup;
import io.beep.projection.moderation.ReportProjection;
import io.beep.projection.moderation.SafetyProjection;
import io.beep.projection.rebuild.TableGroup;
import io.beep.projection.server.BanProjection;
import io.beep.projection.server.DeletedServerProjection;
import io.beep.projection.server.DiscoveryGroup;
import io.beep.projection.server.MembershipProjection;
import io.beep.projection.server.RoleProjection;
import io.beep.projection.server.ServerProjection;
import io.beep.projection.shared.AuditPosition;
import io.beep.projection.shared.DirectoryPosition;
import io.beep.projection.shared.ProjectionGroup;
import io.beep.projection.shared.Subject;
import io.beep.projection.shared.TimelinePosition;
import io.beep.projection.user.UserProfileProjection;
import io.beep.readmodel.shared.ProcessingGroups;
import java.util.List;
import org.opensearch.client.opensearch.OpenSearchClient;

/** Which projections there are, in their groups, with the tables that each group owns. */
final class ProjectionGroups {

  static final TableGroup DIRECTORY =
      new TableGroup(
          ProcessingGroups.DIRECTORY,
          List.of(
              "user_profile",
              "server",
              "deleted_server",
              "membership",
              "ban",
              "role",
              "channel",
              "channel_overwrite",
              "report",
              "report_filing",
              "forbidden_word",
              "new_member_limit",
              "invitation",
              "member_invitation"),
          Subject::byServer,
          writer ->
              List.of(
                  new UserProfileProjection(writer),
                  new ServerProjection(writer),
                  new DeletedServerProjection(writer),
                  new RoleProjection(writer),
                  new MembershipProjection(writer),
                  new BanProjection(writer),
                  new ReportProjection(writer),
                  new SafetyProjection(writer),
                  new ChannelProjection(writer),
                  new InvitationProjection(writer),
                  new MemberInvitationProjection(writer)),
          DirectoryPosition::new);

  static final TableGroup AUDIT =
      new TableGroup(
          ProcessingGroups.AUDIT,
          List.of("audit_entry", "audit_subject", "member_move"),
          Subject::byServer,
          writer ->
              List.of(
                  new ServerAuditProjection(writer),
                  new MemberAuditProjection(writer),
                  new MemberMoveProjection(writer),
                  new RoleAuditProjection(writer),
                  new MessageAuditProjection(writer),
                  new ReportAuditProjection(writer),
                  new SafetyAuditProjection(writer),
                  new ChannelAuditProjection(writer),
                  new InvitationAuditProjection(writer)),
          AuditPosition::new);

  static final TableGroup TIMELINE =
      new TableGroup(
          ProcessingGroups.TIMELINE,
          List.of("message"),
          Subject::byChannel,
          writer -> List.of(new ChannelTimelineProjection(writer)),
          TimelinePosition::new);

  private ProjectionGroups() {}

  static List<ProjectionGroup> all(OpenSearchClient search) {
    return List.of(DIRECTORY, TIMELINE, AUDIT, new SearchGroup(search), new DiscoveryGroup(search));
  }
}
