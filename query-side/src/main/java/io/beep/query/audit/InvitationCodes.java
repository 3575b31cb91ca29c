package io.beep.query.audit;

import io.beep.coreapi.audit.AuditEntryView;
import io.beep.coreapi.audit.AuditTargetView;
import org.jspecify.annotations.Nullable;

/** The codes of invitations, which let in whoever knows them. */
final class InvitationCodes {

  private static final int SHOWN = 3;

  private InvitationCodes() {}

  /** The same for one who may not look after the invitations of others. */
  static AuditEntryView cut(AuditEntryView entry) {
    AuditTargetView target = cut(entry.target());
    return target == entry.target()
        ? entry
        : new AuditEntryView(
            entry.position(),
            entry.at(),
            entry.actor(),
            entry.action(),
            target,
            entry.related(),
            entry.before(),
            entry.after(),
            entry.reason(),
            entry.undoes(),
            entry.undoneBy(),
            entry.withheld());
  }

  private static @Nullable AuditTargetView cut(@Nullable AuditTargetView target) {
    return target != null && target.kind().equals("invitation") && target.id().length() > SHOWN
        ? new AuditTargetView(target.kind(), target.id().substring(0, SHOWN) + "…", null)
        : target;
  }
}
