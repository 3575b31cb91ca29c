package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.UserId;

/** All that decides what of the event stream a user may see, at one position. */
@NeedsNoPermission(because = "only the feed asks it, for the one who reads it")
public record GetFeedScope(UserId asking) implements ServerQuery<FeedScopeView> {}
