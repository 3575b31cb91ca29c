package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.Query;

/** All that can be asked about keeping order in a server. */
public sealed interface ModerationQuery<R> extends Query<R>
    permits ListReports, GetSafety, GetOwnLimits {}
