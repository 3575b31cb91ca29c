package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.DomainError;
import io.beep.coreapi.shared.ErrorKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a server cannot be kept safe in this way, or why something was not let through. */
public sealed interface SafetyError extends DomainError {

  record TooManyWords(int most) implements SafetyError {
    @Override
    public String code() {
      return "words.too-many";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.INVALID;
    }

    @Override
    public String detail() {
      return "A word filter has at most " + most + " words and phrases.";
    }

    @Override
    public @Nullable String field() {
      return "blocked";
    }
  }

  /**
   * @param word that cannot be found in any message, or in all of them
   */
  record WordInvalid(String word, int most) implements SafetyError {
    @Override
    public String code() {
      return "words.invalid";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.INVALID;
    }

    @Override
    public String detail() {
      return "\u201c"
          + word
          + "\u201d cannot be filtered: a word or phrase has letters or digits, at most "
          + most
          + " characters, and * at its ends only.";
    }

    @Override
    public @Nullable String field() {
      return "blocked";
    }
  }

  /**
   * @param word of the filter, as those who made it wrote it
   */
  record Forbidden(String word) implements SafetyError {
    @Override
    public String code() {
      return "message.word-forbidden";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.UNPROCESSABLE;
    }

    @Override
    public String detail() {
      return "This server does not allow \u201c" + word + "\u201d.";
    }
  }

  record LimitInvalid() implements SafetyError {
    @Override
    public String code() {
      return "new-members.invalid";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.INVALID;
    }

    @Override
    public String detail() {
      return "New members are limited for 0, 600, 3600, 86400 or 259200 seconds.";
    }

    @Override
    public @Nullable String field() {
      return "seconds";
    }
  }

  /**
   * @param until when they are new no more
   * @param seconds until then, from 1
   */
  record TooNew(Instant until, long seconds) implements SafetyError {
    @Override
    public String code() {
      return "member.too-new";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.FORBIDDEN;
    }

    @Override
    public String detail() {
      return "Who is new cannot post links, or mention everyone or many people, here. You can from "
          + until
          + ".";
    }

    @Override
    public Long retryAfter() {
      return seconds;
    }
  }
}
