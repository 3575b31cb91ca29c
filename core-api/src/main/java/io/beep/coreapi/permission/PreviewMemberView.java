package io.beep.coreapi.permission;

import io.beep.coreapi.shared.UserId;

/** A member to whom something would happen. */
public record PreviewMemberView(UserId userId, String username, String displayName) {}
