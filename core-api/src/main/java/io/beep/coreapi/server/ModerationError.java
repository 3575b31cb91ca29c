package io.beep.coreapi.server;

import io.beep.coreapi.shared.DomainError;
import io.beep.coreapi.shared.ErrorKind;
import org.jspecify.annotations.Nullable;

/** Why something about keeping order in a server was refused. */
public sealed interface ModerationError extends DomainError {

  /** Whoever asks to come in was put out for good. */
  record Banned() implements ModerationError {
    @Override
    public String code() {
      return "server.banned";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.FORBIDDEN;
    }

    @Override
    public String detail() {
      return "You are banned from this server.";
    }
  }

  /** Said to whoever brings them back, and not to themselves. */
  record InTooManyServers(int most) implements ModerationError {
    @Override
    public String code() {
      return "member.in-too-many-servers";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }

    @Override
    public String detail() {
      return "They are in "
          + most
          + " servers by now, and cannot be in one more. Nothing was undone.";
    }
  }

  record Oneself() implements ModerationError {
    @Override
    public String code() {
      return "moderation.oneself";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }

    @Override
    public String detail() {
      return "Nobody kicks, bans, times out or trusts themselves.";
    }
  }

  record ReasonTooLong(int most) implements ModerationError {
    @Override
    public String code() {
      return "moderation.reason-too-long";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.INVALID;
    }

    @Override
    public String detail() {
      return "A reason has at most " + most + " characters.";
    }

    @Override
    public @Nullable String field() {
      return "reason";
    }
  }

  record TimeoutInvalid(long longestSeconds) implements ModerationError {
    @Override
    public String code() {
      return "timeout.invalid";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.INVALID;
    }

    @Override
    public String detail() {
      return "A time-out lasts from 1 to "
          + longestSeconds
          + " seconds. Give one of durationSeconds and until.";
    }

    @Override
    public @Nullable String field() {
      return "durationSeconds";
    }
  }

  /** ADMINISTRATOR stands above a time-out, which would change nothing. */
  record Administrator() implements ModerationError {
    @Override
    public String code() {
      return "timeout.administrator";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }

    @Override
    public String detail() {
      return "An administrator may do everything, also while timed out. Take the role first.";
    }
  }
}
