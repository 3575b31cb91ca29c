package io.beep.coreapi.server;

import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A role has another colour, or none any more.
 *
 * @param colour {@code #rrggbb} in small letters; null for none
 */
@Revision("1")
public record RoleRecoloured(
    ServerId serverId, RoleId roleId, @Nullable String colour, UserId recolouredBy)
    implements RoleEvent {}
