package io.beep.command.channel;

import io.beep.coreapi.shared.ChannelId;
import org.jspecify.annotations.Nullable;

/**
 * A channel in the roster of its server.
 *
 * @param place see {@link io.beep.coreapi.channel.ChannelOrder}
 */
record ListedChannel(ChannelId id, @Nullable ChannelId folder, String place) {}
