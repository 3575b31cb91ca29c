package io.beep.coreapi.message;

import io.beep.coreapi.shared.DomainError;
import io.beep.coreapi.shared.ErrorKind;
import org.jspecify.annotations.Nullable;

/** Why a search was refused. */
public sealed interface SearchError extends DomainError {

  record WordsInvalid(int most) implements SearchError {
    @Override
    public String code() {
      return "search.words-invalid";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.INVALID;
    }

    @Override
    public String detail() {
      return "Search for 1 to " + most + " characters.";
    }

    @Override
    public @Nullable String field() {
      return "q";
    }
  }

  record CursorInvalid() implements SearchError {
    @Override
    public String code() {
      return "search.cursor-invalid";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.INVALID;
    }

    @Override
    public String detail() {
      return "This is no cursor that a search answered.";
    }

    @Override
    public @Nullable String field() {
      return "cursor";
    }
  }
}
