package io.beep.coreapi.channel;

import io.beep.coreapi.shared.DomainError;
import io.beep.coreapi.shared.ErrorKind;
import org.jspecify.annotations.Nullable;

/** Why something about a channel was refused. */
public sealed interface ChannelError extends DomainError {

  record NameInvalid(int most) implements ChannelError {
    @Override
    public String code() {
      return "channel.name-invalid";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.INVALID;
    }

    @Override
    public String detail() {
      return "A channel's name has 1 to " + most + " characters.";
    }

    @Override
    public @Nullable String field() {
      return "name";
    }
  }

  record TopicTooLong(int most) implements ChannelError {
    @Override
    public String code() {
      return "channel.topic-too-long";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.INVALID;
    }

    @Override
    public String detail() {
      return "A channel's topic has at most " + most + " characters.";
    }

    @Override
    public @Nullable String field() {
      return "topic";
    }
  }

  record ParentInvalid() implements ChannelError {
    @Override
    public String code() {
      return "channel.parent-invalid";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.INVALID;
    }

    @Override
    public String detail() {
      return "A channel can only be put into a folder of the same server, and a folder into none.";
    }

    @Override
    public @Nullable String field() {
      return "parentId";
    }
  }
}
