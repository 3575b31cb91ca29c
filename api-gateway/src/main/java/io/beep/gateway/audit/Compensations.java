package io.beep.gateway.audit;

import io.beep.coreapi.audit.AuditEntryView;
import io.beep.coreapi.audit.AuditError;
import io.beep.coreapi.channel.DeleteChannel;
import io.beep.coreapi.channel.RemoveChannelOverwrite;
import io.beep.coreapi.channel.RenameChannel;
import io.beep.coreapi.channel.RestoreChannel;
import io.beep.coreapi.channel.SetChannelOverwrite;
import io.beep.coreapi.channel.SetChannelSlowMode;
import io.beep.coreapi.channel.SetChannelTopic;
import io.beep.coreapi.invitation.InvitationCode;
import io.beep.coreapi.invitation.RevokeInvitation;
import io.beep.coreapi.invitation.RevokeMemberInvitation;
import io.beep.coreapi.server.DeleteRole;
import io.beep.coreapi.server.DescribeServer;
import io.beep.coreapi.server.GiveRole;
import io.beep.coreapi.server.KickMember;
import io.beep.coreapi.server.LiftTimeout;
import io.beep.coreapi.server.RecolourRole;
import io.beep.coreapi.server.RenameRole;
import io.beep.coreapi.server.RenameServer;
import io.beep.coreapi.server.ReorderRoles;
import io.beep.coreapi.server.RestoreRole;
import io.beep.coreapi.server.SetRolePermissions;
import io.beep.coreapi.server.TagServer;
import io.beep.coreapi.server.TakeBackBan;
import io.beep.coreapi.server.TakeBackKick;
import io.beep.coreapi.server.TakeRole;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.Command;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.PermissionSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The commands that set acts back to what was before them. Each asks for the permissions that doing
 * so by hand asks for, and is decided anew as things stand now.
 */
final class Compensations {

  private final ServerId server;
  private final UserId actor;
  private final AuditEntryView act;

  private Compensations(ServerId server, UserId actor, AuditEntryView act) {
    this.server = server;
    this.actor = actor;
    this.act = act;
  }

  /**
   * @throws DomainException when acts of this kind cannot be undone
   */
  static Command of(ServerId server, UserId actor, AuditEntryView act) {
    return new Compensations(server, actor, act).command();
  }

  private Command command() {
    return switch (act.action()) {
      case "server.ServerRenamed" -> new RenameServer(server, actor, requiredText("name"));
      case "server.ServerDescribed" -> new DescribeServer(server, actor, text("description"));
      case "server.ServerTagged" -> new TagServer(server, actor, texts("tags"));
      case "server.MemberBanned" -> new TakeBackBan(server, actor, member());
      case "server.MemberKicked" -> new TakeBackKick(server, actor, member());
      case "server.MemberRestored" -> new KickMember(server, actor, member(), null);
      case "server.TimeoutImposed" -> liftTimeout();
      case "server.RoleRenamed" -> new RenameRole(server, actor, role(), requiredText("name"));
      case "server.RoleRecoloured" -> new RecolourRole(server, actor, role(), text("colour"));
      case "server.RoleCreated", "server.RoleRestored" -> new DeleteRole(server, actor, role());
      case "server.RoleDeleted" -> new RestoreRole(server, actor, role());
      case "server.RolePermissionsSet" ->
          new SetRolePermissions(server, actor, role(), permissions("permissions"));
      case "server.RolesReordered" ->
          new ReorderRoles(server, actor, texts("order").stream().map(RoleId::of).toList());
      case "server.RoleGiven" -> new TakeRole(server, actor, member(), relatedRole());
      case "server.RoleTaken" -> new GiveRole(server, actor, member(), relatedRole());
      case "channel.ChannelRenamed" -> new RenameChannel(channel(), actor, requiredText("name"));
      case "channel.ChannelCreated", "channel.ChannelRestored" ->
          new DeleteChannel(channel(), actor);
      case "channel.ChannelDeleted" -> new RestoreChannel(channel(), actor);
      case "channel.ChannelTopicSet" -> new SetChannelTopic(channel(), actor, text("topic"));
      case "channel.ChannelSlowModeSet" -> new SetChannelSlowMode(channel(), actor, seconds());
      case "channel.ChannelOverwriteSet", "channel.ChannelOverwriteRemoved" -> overwrite();
      case "invitation.MemberInvited" -> new RevokeMemberInvitation(server, actor, member());
      case "invitation.InvitationCreated" -> new RevokeInvitation(invitation(), actor);
      default -> throw notUndoable();
    };
  }

  /**
   * One that took the place of another is not undone, as the rest of the other cannot be imposed.
   */
  private Command liftTimeout() {
    String former = text("until");
    if (former != null && Instant.parse(former).isAfter(act.at())) {
      throw notUndoable();
    }
    return new LiftTimeout(server, actor, member());
  }

  private int seconds() {
    return field("seconds") instanceof Number seconds ? seconds.intValue() : 0;
  }

  private Command overwrite() {
    UUID target = UUID.fromString(required(act.related()).id());
    return act.before() == null
        ? new RemoveChannelOverwrite(channel(), actor, target)
        : new SetChannelOverwrite(
            channel(), actor, target, permissions("allow"), permissions("deny"));
  }

  private RoleId role() {
    return RoleId.of(required(act.target()).id());
  }

  private RoleId relatedRole() {
    return RoleId.of(required(act.related()).id());
  }

  private UserId member() {
    return UserId.of(required(act.target()).id());
  }

  private ChannelId channel() {
    return ChannelId.of(required(act.target()).id());
  }

  /** Whoever may not revoke it is told no more of the code than its beginning. */
  private InvitationCode invitation() {
    String code = required(act.target()).id();
    if (code.length() != InvitationCode.LENGTH) {
      throw notUndoable();
    }
    return InvitationCode.of(code);
  }

  private @Nullable Object field(String name) {
    Map<String, Object> before = act.before();
    return before == null ? null : before.get(name);
  }

  private @Nullable String text(String name) {
    return field(name) instanceof String text ? text : null;
  }

  private String requiredText(String name) {
    return required(text(name));
  }

  private List<String> texts(String name) {
    return field(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  private PermissionSet permissions(String name) {
    return PermissionSet.named(texts(name));
  }

  private static <T> T required(@Nullable T value) {
    if (value == null) {
      throw notUndoable();
    }
    return value;
  }

  private static DomainException notUndoable() {
    return new DomainException(new AuditError.NotUndoable());
  }
}
