package io.beep.coreapi.user;

import io.beep.coreapi.shared.UserId;
import org.jspecify.annotations.Nullable;

/** A user as everyone may know them. */
public record UserView(
    UserId id, String username, String displayName, @Nullable String avatarUrl) {}
