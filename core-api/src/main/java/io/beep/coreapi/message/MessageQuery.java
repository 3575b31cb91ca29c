package io.beep.coreapi.message;

import io.beep.coreapi.shared.Query;

/** All that can be asked about messages. */
public sealed interface MessageQuery<R> extends Query<R>
    permits ListChannelMessages, GetMessage, GetMemberActivity, SearchMessages {}
