package io.beep.coreapi.channel;

/** What only the deciding side keeps book of; nobody is told of it and nothing shows it. */
public sealed interface ChannelBookEvent extends ChannelEvent
    permits ChannelListed, ChannelUnlisted, ChannelRelisted, ChannelTurnTaken {}
