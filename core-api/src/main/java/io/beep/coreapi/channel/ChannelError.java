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

  record SlowModeInvalid(int most) implements ChannelError {
    @Override
    public String code() {
      return "channel.slow-mode-invalid";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.INVALID;
    }

    @Override
    public String detail() {
      return "Slow mode is 0 to " + most + " seconds, and folders have none.";
    }

    @Override
    public @Nullable String field() {
      return "slowMode";
    }
  }

  record LimitReached(int most) implements ChannelError {
    @Override
    public String code() {
      return "channel.limit-reached";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }

    @Override
    public String detail() {
      return "A server has at most " + most + " channels, folders included.";
    }
  }

  record OverwriteContradictory(String permission) implements ChannelError {
    @Override
    public String code() {
      return "channel.overwrite-contradictory";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.INVALID;
    }

    @Override
    public String detail() {
      return permission + " cannot be both allowed and denied.";
    }

    @Override
    public @Nullable String field() {
      return "deny";
    }
  }

  record OverwriteServerWide(String permission, String field) implements ChannelError {
    @Override
    public String code() {
      return "channel.overwrite-server-wide";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.INVALID;
    }

    @Override
    public String detail() {
      return permission + " is for the server as a whole. A channel cannot give or take it.";
    }
  }

  record OverwriteLimitReached(int most) implements ChannelError {
    @Override
    public String code() {
      return "channel.overwrite-limit-reached";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }

    @Override
    public String detail() {
      return "A channel has at most " + most + " overwrites.";
    }
  }

  record NotInFolder() implements ChannelError {
    @Override
    public String code() {
      return "channel.not-in-folder";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }

    @Override
    public String detail() {
      return "This channel is in no folder, so that it has nothing to be synced with.";
    }
  }

  /** It was deleted too long ago. */
  record DeletionFinal() implements ChannelError {
    @Override
    public String code() {
      return "channel.deletion-final";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.GONE;
    }

    @Override
    public String detail() {
      return "The time to restore this channel is over.";
    }
  }

  /** It can still be restored, or has been. */
  record DeletionNotDue() implements ChannelError {
    @Override
    public String code() {
      return "channel.deletion-not-due";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }

    @Override
    public String detail() {
      return "This channel may not be removed for ever yet.";
    }
  }

  /** The folder that held it is gone, with it or after it. */
  record FolderDeleted() implements ChannelError {
    @Override
    public String code() {
      return "channel.folder-deleted";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }

    @Override
    public String detail() {
      return "The folder of this channel is deleted too. Restore the folder first.";
    }
  }
}
