package io.beep.coreapi.message;

import io.beep.coreapi.shared.Command;

/** All that can be asked of messages. */
public sealed interface MessageCommand extends Command
    permits SendMessage, EditMessage, DeleteMessage {}
