package io.beep.coreapi.audit;

import io.beep.coreapi.shared.Command;

/** All that can be wished of what was done to a server. */
public sealed interface AuditCommand extends Command permits RepeatUndo {}
