package io.beep.command.shared;

import io.beep.coreapi.shared.permission.ChannelAccess;

/**
 * Where someone stands in a channel.
 *
 * @param standing with what they may do in the channel
 * @param counting the overwrites that count there: its own, or those of its folder
 */
public record ChannelStanding(ChannelPlace place, Standing standing, ChannelAccess counting) {}
