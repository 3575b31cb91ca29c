package io.beep.coreapi.user;

import io.beep.coreapi.shared.DomainEvent;
import io.beep.coreapi.shared.UserId;

/** All that happens to a user. */
public sealed interface UserEvent extends DomainEvent
    permits UserRegistered, UserPictureSet, ServerSeatTaken, ServerSeatFreed {
  UserId userId();
}
