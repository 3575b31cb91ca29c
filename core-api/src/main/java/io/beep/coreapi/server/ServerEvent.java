package io.beep.coreapi.server;

import io.beep.coreapi.shared.DomainEvent;
import io.beep.coreapi.shared.ServerId;

/** All that happens to a server, to who is in it, and to its roles. */
public sealed interface ServerEvent extends DomainEvent
    permits ServerCreated,
        ServerRenamed,
        ServerDescribed,
        ServerTagged,
        ServerVisibilitySet,
        ServerPictureSet,
        ServerBannerSet,
        OwnershipTransferred,
        ServerDeleted,
        ServerDeletionEvent,
        ArrivalEvent,
        DepartureEvent,
        MemberUnbanned,
        TimeoutImposed,
        TimeoutLifted,
        RoleEvent {
  ServerId serverId();
}
