package io.beep.acceptance.permission;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Every address of the OpenAPI document, and what one needs to be served there. A new one belongs
 * here: say the permission, and a body with which it succeeds for who has it.
 *
 * <p>In addresses and bodies {@code {serverId}}, {@code {roleId}} and so on stand for those of the
 * {@link Site}.
 */
enum Guard {
  // Servers
  SEE_SERVER("get /api/servers/{serverId}", Need.MEMBERSHIP),
  CHANGE_SERVER("patch /api/servers/{serverId}", "MANAGE_SERVER", Map.of("name", "other")),
  DESTROY_SERVER("delete /api/servers/{serverId}", Need.OWNERSHIP),
  HAND_OVER_SERVER(
      "put /api/servers/{serverId}/owner", Need.OWNERSHIP, "", Map.of("userId", "{otherId}")),
  JOIN("put /api/servers/{serverId}/members/me", Need.WELCOME),
  LEAVE("delete /api/servers/{serverId}/members/me", Need.MEMBERSHIP),
  LIST_MEMBERS("get /api/servers/{serverId}/members", Need.MEMBERSHIP),

  LIST_DELETED("get /api/servers/deleted", "lists what oneself deleted"),
  RESTORE_SERVER("post /api/servers/{serverId}/restore", Need.OWNERSHIP),

  // Pictures
  GIVE_PICTURE("put /api/servers/{serverId}/picture", "a body of its own, tried in PictureTest"),
  TAKE_PICTURE("delete /api/servers/{serverId}/picture", "MANAGE_SERVER"),
  GIVE_BANNER("put /api/servers/{serverId}/banner", "a body of its own, tried in PictureTest"),
  TAKE_BANNER("delete /api/servers/{serverId}/banner", "MANAGE_SERVER"),
  GIVE_OWN_PICTURE("put /api/me/picture", "it is oneself"),
  TAKE_OWN_PICTURE("delete /api/me/picture", "it is oneself"),
  SEE_PICTURE("get /api/pictures/{id}/{size}", "whoever knows the address may see it"),

  // Moderation
  KICK("delete /api/servers/{serverId}/members/{otherId}", "KICK_MEMBERS"),
  BAN("put /api/servers/{serverId}/bans/{otherId}", "BAN_MEMBERS"),
  UNBAN("delete /api/servers/{serverId}/bans/{otherId}", "BAN_MEMBERS"),
  LIST_BANS("get /api/servers/{serverId}/bans", "BAN_MEMBERS"),
  TIME_OUT(
      "put /api/servers/{serverId}/members/{otherId}/timeout",
      "TIMEOUT_MEMBERS",
      Map.of("durationSeconds", 60)),
  LIFT_TIMEOUT("delete /api/servers/{serverId}/members/{otherId}/timeout", "TIMEOUT_MEMBERS"),

  REPORT_MESSAGE("post /api/messages/{messageId}/reports", "whoever sees it, as ReportTest tries"),
  REPORT_MEMBER(
      "post /api/servers/{serverId}/members/{otherId}/reports",
      "VIEW_CHANNEL",
      Map.of("reason", "spam")),
  READ_SAFETY("get /api/servers/{serverId}/safety", "MANAGE_SERVER"),
  FORBID_WORDS(
      "put /api/servers/{serverId}/safety/words",
      "MANAGE_SERVER",
      Map.of("blocked", List.of("forbidden"), "reported", List.of())),
  LIMIT_NEW_MEMBERS(
      "put /api/servers/{serverId}/safety/new-members", "MANAGE_SERVER", Map.of("seconds", 600)),
  TRUST("put /api/servers/{serverId}/members/{otherId}/trust", "TIMEOUT_MEMBERS"),
  SEE_OWN_LIMITS("get /api/servers/{serverId}/members/me/limits", Need.MEMBERSHIP),
  READ_HISTORY_OF_MEMBER(
      "get /api/servers/{serverId}/members/{otherId}/history", "MANAGE_MESSAGES"),
  READ_ACTIVITY_OF_MEMBER(
      "get /api/servers/{serverId}/members/{otherId}/activity", "MANAGE_MESSAGES"),
  LIST_REPORTS("get /api/servers/{serverId}/reports", "MANAGE_MESSAGES"),
  RESOLVE_REPORT(
      "put /api/servers/{serverId}/reports/{reportId}/resolution",
      "MANAGE_MESSAGES",
      Map.of("outcome", "acted")),
  REOPEN_REPORT("delete /api/servers/{serverId}/reports/{reportId}/resolution", "MANAGE_MESSAGES"),

  // Roles
  LIST_ROLES("get /api/servers/{serverId}/roles", Need.MEMBERSHIP),
  CREATE_ROLE("post /api/servers/{serverId}/roles", "MANAGE_ROLES", Map.of("name", "new")),
  REORDER_ROLES(
      "patch /api/servers/{serverId}/roles",
      "MANAGE_ROLES",
      Map.of("order", List.of("{granted}", "{roleId}"))),
  CHANGE_ROLE(
      "patch /api/servers/{serverId}/roles/{roleId}", "MANAGE_ROLES", Map.of("name", "other")),
  DELETE_ROLE("delete /api/servers/{serverId}/roles/{roleId}", "MANAGE_ROLES"),
  RESTORE_ROLE("post /api/servers/{serverId}/roles/{roleId}/restore", "MANAGE_ROLES"),
  SET_ROLES_OF_MEMBER(
      "patch /api/servers/{serverId}/members/{userId}",
      "MANAGE_ROLES",
      Map.of("roles", List.of("{granted}", "{roleId}"))),
  GIVE_ROLE("put /api/servers/{serverId}/members/{userId}/roles/{roleId}", "MANAGE_ROLES"),
  TAKE_ROLE("delete /api/servers/{serverId}/members/{userId}/roles/{roleId}", "MANAGE_ROLES"),
  EXPLAIN_IN_SERVER("get /api/servers/{serverId}/permissions/{userId}", "MANAGE_ROLES"),

  PREVIEW(
      "post /api/servers/{serverId}/permission-preview",
      "MANAGE_ROLES",
      Map.of("change", "role-deleted", "roleId", "{roleId}")),

  // Channels
  LIST_CHANNELS("get /api/servers/{serverId}/channels", Need.MEMBERSHIP),
  CREATE_CHANNEL(
      "post /api/servers/{serverId}/channels",
      "MANAGE_CHANNELS",
      Map.of("name", "new", "type", "text")),
  CHANGE_CHANNEL("patch /api/channels/{channelId}", "MANAGE_CHANNELS", Map.of("name", "other")),
  PLACE_CHANNEL("put /api/channels/{channelId}/place", "MANAGE_CHANNELS", Map.of("synced", false)),
  DELETE_CHANNEL("delete /api/channels/{channelId}", "MANAGE_CHANNELS"),
  RESTORE_CHANNEL("post /api/channels/{channelId}/restore", "MANAGE_CHANNELS"),
  LIST_OVERWRITES("get /api/channels/{channelId}/overwrites", "MANAGE_ROLES"),
  SYNC("delete /api/channels/{channelId}/overwrites", "MANAGE_ROLES"),
  SET_OVERWRITE(
      "put /api/channels/{channelId}/overwrites/{targetId}",
      "MANAGE_ROLES",
      Map.of("allow", List.of(), "deny", List.of())),
  REMOVE_OVERWRITE("delete /api/channels/{channelId}/overwrites/{targetId}", "MANAGE_ROLES"),
  EXPLAIN_IN_CHANNEL("get /api/channels/{channelId}/permissions/{userId}", "MANAGE_ROLES"),

  // Audit
  READ_AUDIT_LOG("get /api/servers/{serverId}/audit-log", "VIEW_AUDIT_LOG"),
  EXPORT_AUDIT_LOG("get /api/servers/{serverId}/audit-log/export", "VIEW_AUDIT_LOG"),
  UNDO("post /api/servers/{serverId}/audit-log/{position}/undo", "VIEW_AUDIT_LOG"),
  UNDO_ALL(
      "post /api/servers/{serverId}/audit-log/undo",
      "VIEW_AUDIT_LOG",
      Map.of("actor", "{userId}", "since", "2000-01-01T00:00:00Z")),

  // Invitations
  INVITE("post /api/servers/{serverId}/invitations", "CREATE_INVITE", Map.of("maxUses", 2)),
  LIST_INVITATIONS("get /api/servers/{serverId}/invitations", Need.MEMBERSHIP),
  REVOKE_INVITATION("delete /api/invitations/{code}", "MANAGE_SERVER"),
  OPEN_INVITATION("get /api/invitations/{code}", "whoever has the code is invited"),
  ACCEPT_INVITATION("post /api/invitations/{code}/accept", "whoever has the code is invited"),

  ASK_IN(
      "post /api/servers/{serverId}/member-invitations",
      "a name of a person, tried in MemberInvitationTest"),
  LIST_ASKED("get /api/servers/{serverId}/member-invitations", Need.MEMBERSHIP),
  ASK_NO_MORE(
      "delete /api/servers/{serverId}/member-invitations/{userId}",
      "one's own always, tried in MemberInvitationTest"),
  LIST_RECEIVED("get /api/me/invitations", "lists what oneself is asked into"),
  COME_IN("post /api/me/invitations/{serverId}/accept", "who was asked to come in may"),
  STAY_OUT("delete /api/me/invitations/{serverId}", "everyone may stay away"),

  // Messages
  SEND("post /api/channels/{channelId}/messages", "SEND_MESSAGES", Map.of("content", "new")),
  READ("get /api/channels/{channelId}/messages", "READ_HISTORY"),
  READ_ONE("get /api/messages/{messageId}", "READ_HISTORY"),
  EDIT("patch /api/messages/{ownMessageId}", "SEND_MESSAGES", Map.of("content", "other")),
  DELETE_MESSAGE("delete /api/messages/{messageId}", "MANAGE_MESSAGES"),
  TYPE("post /api/channels/{channelId}/typing", "SEND_MESSAGES"),
  LIST_CHANNEL_MEMBERS("get /api/channels/{channelId}/members", "VIEW_CHANNEL"),
  LIST_PRESENCES("get /api/servers/{serverId}/presences", Need.MEMBERSHIP),
  SEARCH("get /api/search/messages", "finds what one may read, which is tried below"),

  // What has no id in it
  FEED("get /api/feed", "tells what one may see, which is tried below"),
  REGISTER("post /api/registrations", "nobody is anyone before"),
  SEE_ONESELF("get /api/me", "it is oneself"),
  SEE_OWN_PRESENCE("get /api/me/presence", "it is oneself"),
  CHOOSE_PRESENCE("put /api/me/presence", "it is oneself"),
  TELL_DEVICE("put /api/me/devices/{deviceId}", "it is oneself, whatever the device is called"),
  LIST_MY_SERVERS("get /api/servers", "lists what one is in"),
  FOUND_SERVER("post /api/servers", "everyone may found one"),
  LIST_TEMPLATES("get /api/server-templates", "they are the same for everyone"),
  DISCOVER("get /api/discovery/servers", "public servers are public"),
  LIVE("get /api/health/live", "tells nothing of anyone"),
  READY("get /api/health/ready", "tells nothing of anyone"),
  OPEN_API("get /api/openapi.json", "tells nothing of anyone"),
  ASYNC_API("get /api/asyncapi.json", "tells nothing of anyone");

  /** What one needs, where it is no permission. */
  enum Need {
    PERMISSION,
    MEMBERSHIP,
    OWNERSHIP,
    /** A private server is entered by invitation only. */
    WELCOME,
    NOTHING
  }

  private final String operation;
  private final Need need;
  private final String permission;
  private final Map<String, ?> body;

  Guard(String operation, Need need) {
    this(operation, need, "", Map.of());
  }

  /**
   * @param permission its name, or in small letters the reason why none is needed
   */
  Guard(String operation, String permission) {
    this(operation, permission, Map.of());
  }

  Guard(String operation, String permission, Map<String, ?> body) {
    this(
        operation,
        permission.matches("[A-Z_]+") ? Need.PERMISSION : Need.NOTHING,
        permission,
        body);
  }

  Guard(String operation, Need need, String permission, Map<String, ?> body) {
    this.operation = operation;
    this.need = need;
    this.permission = permission;
    this.body = body;
  }

  /** As the document has it. */
  String operation() {
    return operation.replace("{ownMessageId}", "{messageId}").replace("{otherId}", "{userId}");
  }

  Need need() {
    return need;
  }

  String permission() {
    return permission;
  }

  String method() {
    return operation.substring(0, operation.indexOf(' ')).toUpperCase(Locale.ROOT);
  }

  String path(Function<String, String> filled) {
    return filled.apply(operation.substring(operation.indexOf(' ') + 1));
  }

  Map<String, ?> body() {
    return body;
  }

  boolean isInChannel() {
    return operation.contains("/api/channels/") || operation.contains("/api/messages/");
  }

  /** Without the permission to see a channel there is none. */
  boolean isSight() {
    return isInChannel() && permission.equals("VIEW_CHANNEL");
  }

  /** What somebody hears who may not know of it. */
  List<String> notFound() {
    return switch (this) {
      case LEAVE -> List.of("server.not-found", "membership.not-found");
      case REVOKE_INVITATION -> List.of("server.not-found", "invitation.not-found");
      default ->
          List.of(
              (isInChannel() ? operation.contains("/channels/") ? "channel" : "message" : "server")
                  + ".not-found");
    };
  }

  /**
   * Whether it is answered at once, without a look at anything, when it was done a moment ago: then
   * it does nothing either.
   */
  boolean isQuietAfterwards() {
    return this == TYPE;
  }
}
