package io.beep.coreapi.channel;

import io.beep.coreapi.shared.Query;

/** All that can be asked about channels, apart from their server. */
public sealed interface ChannelQuery<R> extends Query<R> permits GetChannelOverwrites {}
