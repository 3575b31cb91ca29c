package io.beep.coreapi.message;

import io.beep.coreapi.shared.DomainError;
import io.beep.coreapi.shared.ErrorKind;
import org.jspecify.annotations.Nullable;

/** Why something about a message was refused. */
public sealed interface MessageError extends DomainError {

  record Empty() implements MessageError {
    @Override
    public String code() {
      return "message.empty";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.INVALID;
    }

    @Override
    public String detail() {
      return "A message needs some text.";
    }

    @Override
    public @Nullable String field() {
      return "content";
    }
  }

  /**
   * @param seconds until their next turn, from 1
   */
  record SlowMode(long seconds) implements MessageError {
    @Override
    public String code() {
      return "message.slow-mode";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.LIMITED;
    }

    @Override
    public String detail() {
      return "This channel is in slow mode. You can write again in " + seconds + " seconds.";
    }

    @Override
    public Long retryAfter() {
      return seconds;
    }
  }

  record TooLong(int most) implements MessageError {
    @Override
    public String code() {
      return "message.too-long";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.INVALID;
    }

    @Override
    public String detail() {
      return "A message has at most " + most + " characters.";
    }

    @Override
    public @Nullable String field() {
      return "content";
    }
  }

  record ReplyInvalid() implements MessageError {
    @Override
    public String code() {
      return "message.reply-invalid";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.INVALID;
    }

    @Override
    public String detail() {
      return "A reply answers a message of the same channel.";
    }

    @Override
    public @Nullable String field() {
      return "replyTo";
    }
  }

  record NotATextChannel() implements MessageError {
    @Override
    public String code() {
      return "message.not-a-text-channel";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }

    @Override
    public String detail() {
      return "Messages can be sent to text and voice channels only.";
    }
  }

  record NotTheAuthor() implements MessageError {
    @Override
    public String code() {
      return "message.not-the-author";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.FORBIDDEN;
    }

    @Override
    public String detail() {
      return "Only its author may edit a message.";
    }
  }
}
