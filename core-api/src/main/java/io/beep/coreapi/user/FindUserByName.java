package io.beep.coreapi.user;

import io.beep.coreapi.shared.NeedsNoPermission;

/**
 * Who bears a username, with or without {@code @} before it and without regard to case; nobody or
 * one.
 */
@NeedsNoPermission(because = "signing up tells as well whether a username is taken")
public record FindUserByName(String username) implements UserQuery<UsersView> {}
