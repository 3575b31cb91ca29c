package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A server says something else about itself, or nothing any more. */
@Revision("1")
public record ServerDescribed(ServerId serverId, @Nullable String description, UserId describedBy)
    implements ServerEvent {}
