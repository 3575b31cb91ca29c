package io.beep.coreapi.permission;

import io.beep.coreapi.shared.ChannelId;

/** A channel in which something would happen. */
public record PreviewChannelView(ChannelId id, String name) {}
