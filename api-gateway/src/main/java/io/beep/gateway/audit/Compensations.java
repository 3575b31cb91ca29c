package io.beep.gateway.audit;

import io.beep.coreapi.audit.AuditEntryView;
import io.beep.coreapi.audit.AuditError;
import io.beep.coreapi.channel.DeleteChannel;
import io.beep.coreapi.channel.MoveChannel;
import io.beep.coreapi.channel.PutChannelBack;
import io.beep.coreapi.channel.RemoveChannelOverwrite;
import io.beep.coreapi.channel.RenameChannel;
import io.beep.coreapi.channel.RestoreChannel;
import io.beep.coreapi.channel.SetChannelOverwrite;
import io.beep.coreapi.channel.SetChannelSlowMode;
import io.beep.coreapi.channel.SetChannelTopic;
import io.beep.coreapi.channel.SyncChannel;
import io.beep.coreapi.channel.UnsyncChannel;
import io.beep.coreapi.invitation.InvitationCode;
import io.beep.coreapi.invitation.RestoreInvitation;
import io.beep.coreapi.invitation.RevokeInvitation;
import io.beep.coreapi.invitation.RevokeMemberInvitation;
import io.beep.coreapi.moderation.EditForbiddenWords;
import io.beep.coreapi.moderation.LimitNewMembers;
import io.beep.coreapi.moderation.WordAction;
import io.beep.coreapi.server.BanMember;
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
import io.beep.coreapi.server.SetServerVisibility;
import io.beep.coreapi.server.TagServer;
import io.beep.coreapi.server.TakeBackBan;
import io.beep.coreapi.server.TakeBackKick;
import io.beep.coreapi.server.TakeRole;
import io.beep.coreapi.server.TimeOutMember;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.Command;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.PermissionSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The commands that set acts back to what was before them. Each asks for the permissions that doing
 * so by hand asks for, and is decided anew as things stand now.
 */
final class Compensations {

  /** What the names of words begin with, among the fields of an act. */
  private static final String WORD = "word:";

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

  /** Whether acts like this one can be undone at all, as far as the act itself tells. */
  static boolean exist(ServerId server, UserId actor, AuditEntryView act) {
    try {
      Command _ = of(server, actor, act);
      return true;
    } catch (DomainException none) {
      return false;
    }
  }

  private Command command() {
    return switch (act.action()) {
      case "server.ServerRenamed" -> new RenameServer(server, actor, requiredText("name"));
      case "server.ServerDescribed" -> new DescribeServer(server, actor, text("description"));
      case "server.ServerTagged" -> new TagServer(server, actor, texts("tags"));
      case "server.ServerVisibilitySet" ->
          new SetServerVisibility(server, actor, Visibility.named(requiredText("visibility")));
      case "server.MemberBanned" -> new TakeBackBan(server, actor, member());
      case "server.MemberKicked" -> new TakeBackKick(server, actor, member());
      case "server.MemberRestored" -> new KickMember(server, actor, member(), null);
      case "server.MemberUnbanned" -> new BanMember(server, actor, member(), text("reason"));
      case "server.TimeoutImposed" -> liftTimeout();
      case "server.TimeoutLifted" ->
          new TimeOutMember(
              server, actor, member(), time(requiredText("until")), null, text("reason"));
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
      case "channel.ChannelUnsynced" -> syncAgain();
      case "channel.ChannelSynced" -> new UnsyncChannel(channel(), actor, act.at());
      case "channel.ChannelMoved" -> moveBack();
      case "channel.ChannelPlaced" -> new PutChannelBack(channel(), actor, text("place"));
      case "moderation.NewMemberLimitSet" -> new LimitNewMembers(server, actor, seconds());
      case "moderation.WordsForbidden", "moderation.WordsAllowed" -> words();
      case "invitation.MemberInvited" -> new RevokeMemberInvitation(server, actor, member());
      case "invitation.InvitationCreated", "invitation.InvitationRestored" ->
          new RevokeInvitation(invitation(), actor);
      case "invitation.InvitationRevoked" -> new RestoreInvitation(invitation(), actor);
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

  private static Instant time(String text) {
    return Instant.parse(text);
  }

  /** It follows the folder that it is in, so that must be the one that it followed. */
  private Command syncAgain() {
    requiredText("parentId");
    return new SyncChannel(channel(), actor);
  }

  /** Its place among all channels stays; that it was put there is an act of its own. */
  private Command moveBack() {
    String folder = text("parentId");
    return new MoveChannel(
        channel(), actor, folder == null ? null : ChannelId.of(folder), channel(), false);
  }

  /** Each word that the act was about becomes what it was: blocked, reported, or nothing. */
  private Command words() {
    List<String> blocked = new ArrayList<>();
    List<String> reported = new ArrayList<>();
    List<String> allowed = new ArrayList<>();
    Map<String, Object> before = act.before();
    Set<String> fields = new TreeSet<>(required(act.after()).keySet());
    fields.addAll(before == null ? Set.of() : before.keySet());
    for (String field : fields) {
      if (field.startsWith(WORD)) {
        String former = text(field);
        List<String> fate =
            WordAction.BLOCK.wireName().equals(former)
                ? blocked
                : WordAction.REPORT.wireName().equals(former) ? reported : allowed;
        fate.add(field.substring(WORD.length()));
      }
    }
    if (blocked.isEmpty() && reported.isEmpty() && allowed.isEmpty()) {
      throw notUndoable();
    }
    return new EditForbiddenWords(server, actor, blocked, reported, allowed);
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
