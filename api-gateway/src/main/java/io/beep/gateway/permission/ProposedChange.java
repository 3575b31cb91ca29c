package io.beep.gateway.permission;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.Identifier;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.AccessChange;
import io.beep.coreapi.shared.permission.Overwrite;
import io.beep.coreapi.shared.permission.OverwriteKind;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.problem.Problems;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A change that somebody thinks of; which fields it has says its kind.
 *
 * @param roleId of a role that is set, deleted, given or taken
 * @param permissions what a role is to allow
 * @param userId to whom a role is given, or from whom it is taken
 * @param channelId whose overwrite is set or removed, or which is synced with its folder again
 * @param targetKind {@code role} or {@code member}: for whom the overwrite is
 * @param targetId of that role or member
 * @param allow what the overwrite is to give; nothing when it is left out
 * @param deny what it is to take
 */
record ProposedChange(
    Kind change,
    @Nullable String roleId,
    @Nullable PermissionSet permissions,
    @Nullable String userId,
    @Nullable String channelId,
    @Nullable OverwriteKind targetKind,
    @Nullable String targetId,
    @Nullable PermissionSet allow,
    @Nullable PermissionSet deny) {

  enum Kind {
    ROLE_PERMISSIONS_SET,
    ROLE_DELETED,
    ROLE_GIVEN,
    ROLE_TAKEN,
    OVERWRITE_SET,
    OVERWRITE_REMOVED,
    CHANNEL_SYNCED;

    @JsonValue
    String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static Kind named(String wireName) {
      return Arrays.stream(values())
          .filter(kind -> kind.wireName().equals(wireName))
          .findAny()
          .orElseThrow(() -> new IllegalArgumentException("must be a kind of change"));
    }
  }

  /**
   * @throws io.beep.gateway.shared.problem.ProblemException of status 400 when a field is missing
   *     that this kind of change needs
   */
  AccessChange read() {
    return switch (change) {
      case ROLE_PERMISSIONS_SET ->
          new AccessChange.RolePermissionsSet(role(), required("permissions", permissions));
      case ROLE_DELETED -> new AccessChange.RoleDeleted(role());
      case ROLE_GIVEN -> new AccessChange.RoleGiven(role(), id("userId", userId, UserId::of));
      case ROLE_TAKEN -> new AccessChange.RoleTaken(role(), id("userId", userId, UserId::of));
      case OVERWRITE_SET ->
          new AccessChange.OverwriteSet(
              channel(), required("targetKind", targetKind), target(), overwrite());
      case OVERWRITE_REMOVED ->
          new AccessChange.OverwriteRemoved(
              channel(), required("targetKind", targetKind), target());
      case CHANNEL_SYNCED -> new AccessChange.ChannelSynced(channel());
    };
  }

  private RoleId role() {
    return id("roleId", roleId, RoleId::of);
  }

  private ChannelId channel() {
    return id("channelId", channelId, ChannelId::of);
  }

  private UUID target() {
    return id("targetId", targetId, RoleId::of).value();
  }

  private Overwrite overwrite() {
    return new Overwrite(
        allow == null ? PermissionSet.NONE : allow, deny == null ? PermissionSet.NONE : deny);
  }

  private static <T extends Identifier> T id(
      String field, @Nullable String text, Function<String, T> reader) {
    return required(field, ApiRequest.optionalId(field, text, reader));
  }

  private static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw Problems.invalid(field, "field.required", "This kind of change needs it.").exception();
    }
    return value;
  }
}
