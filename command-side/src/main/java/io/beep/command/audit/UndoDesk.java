package io.beep.command.audit;

import io.beep.command.shared.AccessState;
import io.beep.coreapi.audit.AuditError;
import io.beep.coreapi.audit.RepeatUndo;
import io.beep.coreapi.shared.DecidesCommands;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.commandhandling.CommandHandler;

/** Undoes nothing itself: that is done by the commands that set things back. */
public final class UndoDesk implements DecidesCommands {

  private final AccessState access;

  public UndoDesk(AccessState access) {
    this.access = access;
  }

  /** Where its key has a receipt, the bus puts that in the place of the refusal. */
  @CommandHandler
  void decide(RepeatUndo command) {
    access.requireInServer(command.actor(), command.serverId(), Permission.VIEW_AUDIT_LOG);
    throw new DomainException(new AuditError.UndoneAlready());
  }
}
