package io.beep.query.server;

import io.beep.coreapi.shared.permission.ChannelAccess;
import io.beep.readmodel.channel.ChannelRow;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A channel with what decides there, and its newest message. */
record ChannelEntry(ChannelRow row, ChannelAccess access, @Nullable UUID lastMessageId) {}
