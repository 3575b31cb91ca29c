package io.beep.readmodel.user;

import java.util.UUID;

/** A row of {@code user_profile}: a user as everyone may know them. */
public record UserProfileRow(UUID id, String username, String displayName) {}
