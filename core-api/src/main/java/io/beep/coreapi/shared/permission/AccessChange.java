package io.beep.coreapi.shared.permission;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.UserId;
import java.util.UUID;

/**
 * A change of who may do what, made or only thought of. The order of roles is none: it says who may
 * touch what, and nothing of what anyone may do.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
  @JsonSubTypes.Type(value = AccessChange.RolePermissionsSet.class, name = "role-permissions-set"),
  @JsonSubTypes.Type(value = AccessChange.RoleDeleted.class, name = "role-deleted"),
  @JsonSubTypes.Type(value = AccessChange.RoleGiven.class, name = "role-given"),
  @JsonSubTypes.Type(value = AccessChange.RoleTaken.class, name = "role-taken"),
  @JsonSubTypes.Type(value = AccessChange.OverwriteSet.class, name = "overwrite-set"),
  @JsonSubTypes.Type(value = AccessChange.OverwriteRemoved.class, name = "overwrite-removed"),
  @JsonSubTypes.Type(value = AccessChange.ChannelSynced.class, name = "channel-synced")
})
public sealed interface AccessChange {

  /** The role, that of everyone perhaps, allows this and nothing else. */
  record RolePermissionsSet(RoleId roleId, PermissionSet permissions) implements AccessChange {}

  record RoleDeleted(RoleId roleId) implements AccessChange {}

  record RoleGiven(RoleId roleId, UserId userId) implements AccessChange {}

  record RoleTaken(RoleId roleId, UserId userId) implements AccessChange {}

  /** The channel says this about the role or the member. If it was synced, it is no more. */
  record OverwriteSet(ChannelId channelId, OverwriteKind kind, UUID targetId, Overwrite overwrite)
      implements AccessChange {}

  /** The channel says nothing of the role or the member. If it was synced, it is no more. */
  record OverwriteRemoved(ChannelId channelId, OverwriteKind kind, UUID targetId)
      implements AccessChange {}

  /** What the folder of the channel says counts in it, and nothing that it says itself. */
  record ChannelSynced(ChannelId channelId) implements AccessChange {}
}
