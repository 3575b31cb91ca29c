package io.beep.coreapi.audit;

import io.beep.coreapi.shared.Query;

/** All that can be asked about what was done to a server. */
public sealed interface AuditQuery<R> extends Query<R>
    permits GetUndo, ListAuditLog, GetMemberHistory {}
