package io.beep.coreapi.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a command or query was refused. Each feature seals its own set of records. */
public interface DomainError {

  /** Stable and for programs: {@code message.too-long}. */
  String code();

  ErrorKind kind();

  /** One short sentence for people, in English, without anything secret. */
  String detail();

  /** The input field at fault, when it is one. */
  default @Nullable String field() {
    return null;
  }

  /** Seconds after which the same may be tried again, when that is known. */
  default @Nullable Long retryAfter() {
    return null;
  }

  /** Every input field at fault; empty when none is. */
  default List<FieldError> errors() {
    String field = field();
    return field == null ? List.of() : List.of(new FieldError(field, code(), detail()));
  }
}
