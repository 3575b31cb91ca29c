package io.beep.coreapi.server;

import io.beep.coreapi.shared.ChannelId;

/**
 * A channel that a new server is born with.
 *
 * @param type {@code text} or {@code voice}
 */
public record StarterChannel(ChannelId id, String name, String type) {}
