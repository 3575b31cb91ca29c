package io.beep.coreapi.shared;

import org.jspecify.annotations.Nullable;

/** Who wrote or did something, as everyone who sees it may know them. */
public record AuthorView(
    UserId id, String username, String displayName, @Nullable String avatarUrl, AuthorKind kind) {}
