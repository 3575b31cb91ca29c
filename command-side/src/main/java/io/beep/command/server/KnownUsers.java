package io.beep.command.server;

import io.beep.coreapi.shared.UserId;

/** Who has an account, or had one. */
@FunctionalInterface
public interface KnownUsers {

  boolean contain(UserId userId);
}
