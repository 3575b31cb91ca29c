package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.DomainError;
import io.beep.coreapi.shared.ErrorKind;
import org.jspecify.annotations.Nullable;

/** Why something about reports was refused. */
public sealed interface ReportError extends DomainError {

  record Oneself() implements ReportError {
    @Override
    public String code() {
      return "report.oneself";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }

    @Override
    public String detail() {
      return "Nobody reports themselves, or decides what is reported of them.";
    }
  }

  record TextTooLong(int most) implements ReportError {
    @Override
    public String code() {
      return "report.text-too-long";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.INVALID;
    }

    @Override
    public String detail() {
      return "A report has at most " + most + " characters.";
    }

    @Override
    public @Nullable String field() {
      return "text";
    }
  }

  record NoteTooLong(int most) implements ReportError {
    @Override
    public String code() {
      return "report.note-too-long";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.INVALID;
    }

    @Override
    public String detail() {
      return "A note has at most " + most + " characters.";
    }

    @Override
    public @Nullable String field() {
      return "note";
    }
  }
}
