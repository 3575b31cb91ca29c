package io.beep.coreapi.user;

import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/** Someone signed up; from here on others may meet them. */
@Revision("1")
public record UserRegistered(UserId userId, String username, String firstName, String lastName)
    implements UserEvent {}
