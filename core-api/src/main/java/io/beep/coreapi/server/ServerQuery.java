package io.beep.coreapi.server;

import io.beep.coreapi.shared.Query;

/** All that can be asked about servers and their members. */
public sealed interface ServerQuery<R> extends Query<R>
    permits GetServer, ListMyServers, FindPublicServers, ListMembers, GetFeedScope {}
