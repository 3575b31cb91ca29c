package io.beep.coreapi.server;

import io.beep.coreapi.shared.Query;

/** All that can be asked about servers, their members and their roles. */
public sealed interface ServerQuery<R> extends Query<R>
    permits GetServer,
        ListMyServers,
        ListDeletedServers,
        FindPublicServers,
        ListServerTemplates,
        ListMembers,
        FindMembers,
        SearchMembers,
        ListChannelMembers,
        ListBans,
        ListRoles,
        GetFeedScope {}
