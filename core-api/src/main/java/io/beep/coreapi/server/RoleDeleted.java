package io.beep.coreapi.server;

import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A role is gone, and decides nothing any more. Memberships and channels keep its id, so that all
 * of it is there again if it is restored.
 *
 * @param finalAt until when it can be restored; null in events from before that could be, after
 *     which no member has the role any more, and no channel knows of it
 */
@Revision("1")
public record RoleDeleted(
    ServerId serverId, RoleId roleId, UserId deletedBy, @Nullable Instant finalAt)
    implements RoleEvent {

  public RoleDeleted(ServerId serverId, RoleId roleId, UserId deletedBy) {
    this(serverId, roleId, deletedBy, null);
  }
}
