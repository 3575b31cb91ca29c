package io.beep.coreapi.channel;

import io.beep.coreapi.shared.Command;

/** All that can be asked of channels. */
public sealed interface ChannelCommand extends Command
    permits CreateChannel,
        EditChannel,
        RenameChannel,
        SetChannelTopic,
        SetChannelSlowMode,
        MoveChannel,
        PutChannelBack,
        SetChannelOverwrite,
        RemoveChannelOverwrite,
        SyncChannel,
        UnsyncChannel,
        DeleteChannel,
        RestoreChannel,
        FinishChannelDeletion {}
