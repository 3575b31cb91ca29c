package io.beep.coreapi.server;

import io.beep.coreapi.shared.DomainError;
import io.beep.coreapi.shared.ErrorKind;
import org.jspecify.annotations.Nullable;

/** Why something about a role was refused. */
public sealed interface RoleError extends DomainError {

  record NameInvalid(int most) implements RoleError {
    @Override
    public String code() {
      return "role.name-invalid";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.INVALID;
    }

    @Override
    public String detail() {
      return "A role's name has 1 to " + most + " characters.";
    }

    @Override
    public @Nullable String field() {
      return "name";
    }
  }

  record ColourInvalid() implements RoleError {
    @Override
    public String code() {
      return "role.colour-invalid";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.INVALID;
    }

    @Override
    public String detail() {
      return "A role's colour is written #rrggbb, in hexadecimal digits.";
    }

    @Override
    public @Nullable String field() {
      return "colour";
    }
  }

  record LimitReached(int most) implements RoleError {
    @Override
    public String code() {
      return "role.limit-reached";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }

    @Override
    public String detail() {
      return "A server has at most " + most + " roles.";
    }
  }

  /** It stands at or above the highest role of the one who asks. */
  record NotBeneath() implements RoleError {
    @Override
    public String code() {
      return "role.not-beneath";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.FORBIDDEN;
    }

    @Override
    public String detail() {
      return "This stands at or above your own highest role.";
    }
  }

  record EveryoneFixed() implements RoleError {
    @Override
    public String code() {
      return "role.everyone-fixed";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }

    @Override
    public String detail() {
      return "@everyone can only be told what it allows. It cannot be renamed, coloured, moved,"
          + " deleted, given or taken.";
    }
  }

  record OrderOutdated() implements RoleError {
    @Override
    public String code() {
      return "role.order-outdated";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }

    @Override
    public String detail() {
      return "The order does not name each role of the server once. Load the roles again.";
    }
  }

  /** It was deleted too long ago, or before roles could be restored. */
  record DeletionFinal() implements RoleError {
    @Override
    public String code() {
      return "role.deletion-final";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.GONE;
    }

    @Override
    public String detail() {
      return "The time to restore this role is over.";
    }
  }
}
