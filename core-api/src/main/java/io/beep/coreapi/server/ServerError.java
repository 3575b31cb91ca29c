package io.beep.coreapi.server;

import io.beep.coreapi.shared.DomainError;
import io.beep.coreapi.shared.ErrorKind;
import org.jspecify.annotations.Nullable;

/** Why something about a server was refused. */
public sealed interface ServerError extends DomainError {

  record NameInvalid(int least, int most) implements ServerError {
    @Override
    public String code() {
      return "server.name-invalid";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.INVALID;
    }

    @Override
    public String detail() {
      return "A server's name has " + least + " to " + most + " characters.";
    }

    @Override
    public @Nullable String field() {
      return "name";
    }
  }

  record DescriptionTooLong(int most) implements ServerError {
    @Override
    public String code() {
      return "server.description-too-long";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.INVALID;
    }

    @Override
    public String detail() {
      return "A server's description has at most " + most + " characters.";
    }

    @Override
    public @Nullable String field() {
      return "description";
    }
  }

  record TagsInvalid(int many, int longest) implements ServerError {
    @Override
    public String code() {
      return "server.tags-invalid";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.INVALID;
    }

    @Override
    public String detail() {
      return "A server has at most " + many + " tags, each of 1 to " + longest + " characters.";
    }

    @Override
    public @Nullable String field() {
      return "tags";
    }
  }

  record JoinedLimitReached(int most) implements ServerError {
    @Override
    public String code() {
      return "server.joined-limit-reached";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }

    @Override
    public String detail() {
      return "You are in " + most + " servers. Leave one before you enter another.";
    }
  }

  record FoundedLimitReached(int most) implements ServerError {
    @Override
    public String code() {
      return "server.founded-limit-reached";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }

    @Override
    public String detail() {
      return "You have created " + most + " servers within 24 hours. Create the next one later.";
    }
  }

  record OwnerCannotLeave() implements ServerError {
    @Override
    public String code() {
      return "server.owner-cannot-leave";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }

    @Override
    public String detail() {
      return "You own this server. Hand it over or delete it before you leave.";
    }
  }

  /** The time to restore it is over. */
  record DeletionFinal() implements ServerError {
    @Override
    public String code() {
      return "server.deletion-final";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.GONE;
    }

    @Override
    public String detail() {
      return "The time to restore this server is over.";
    }
  }

  /** It can still be restored, or has been. */
  record DeletionNotDue() implements ServerError {
    @Override
    public String code() {
      return "server.deletion-not-due";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }

    @Override
    public String detail() {
      return "This server may not be removed for ever yet.";
    }
  }

  record NotTheOwner() implements ServerError {
    @Override
    public String code() {
      return "server.not-the-owner";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.FORBIDDEN;
    }

    @Override
    public String detail() {
      return "Only the owner of the server may do this.";
    }
  }
}
