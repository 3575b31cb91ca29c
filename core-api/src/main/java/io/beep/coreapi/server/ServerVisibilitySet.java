package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/**
 * A server can be found and joined by anyone from now on, or not any more.
 *
 * @param visibility {@code public} or {@code private}
 */
@Revision("1")
public record ServerVisibilitySet(ServerId serverId, String visibility, UserId setBy)
    implements ServerEvent {}
