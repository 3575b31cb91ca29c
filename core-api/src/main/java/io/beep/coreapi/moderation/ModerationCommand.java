package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.Command;

/** All that can be asked of those who keep order in a server. */
public sealed interface ModerationCommand extends Command
    permits ReportMessage,
        ReportMember,
        ResolveReport,
        ReopenReport,
        SetForbiddenWords,
        EditForbiddenWords,
        LimitNewMembers,
        TrustMember {}
