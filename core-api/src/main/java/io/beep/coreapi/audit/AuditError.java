package io.beep.coreapi.audit;

import io.beep.coreapi.shared.DomainError;
import io.beep.coreapi.shared.ErrorKind;

/** Why an act was not undone. */
public sealed interface AuditError extends DomainError {

  record TooLate(long hours) implements AuditError {
    @Override
    public String code() {
      return "audit-log.undo-too-late";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.GONE;
    }

    @Override
    public String detail() {
      return "This can be undone for " + hours + " hours, and was done before.";
    }
  }

  record UndoneAlready() implements AuditError {
    @Override
    public String code() {
      return "audit-log.undone-already";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }

    @Override
    public String detail() {
      return "This is undone already.";
    }
  }

  record ChangedSince() implements AuditError {
    @Override
    public String code() {
      return "audit-log.changed-since";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }

    @Override
    public String detail() {
      return "This was changed again since then. Undo what came after it first.";
    }
  }

  record NotUndoable() implements AuditError {
    @Override
    public String code() {
      return "audit-log.not-undoable";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }

    @Override
    public String detail() {
      return "Acts of this kind cannot be undone.";
    }
  }
}
