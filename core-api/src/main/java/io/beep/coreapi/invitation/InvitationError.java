package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.DomainError;
import io.beep.coreapi.shared.ErrorKind;
import org.jspecify.annotations.Nullable;

/**
 * Why something about an invitation was refused. Whoever has the code of one that ended may know
 * why; what it led to they learn no more.
 */
public sealed interface InvitationError extends DomainError {

  record MaxUsesInvalid(int least, int most) implements InvitationError {
    @Override
    public String code() {
      return "invitation.max-uses-invalid";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.INVALID;
    }

    @Override
    public String detail() {
      return "An invitation can be used " + least + " to " + most + " times.";
    }

    @Override
    public @Nullable String field() {
      return "maxUses";
    }
  }

  /**
   * @param least seconds
   * @param most seconds
   */
  record ExpiryInvalid(long least, long most) implements InvitationError {
    @Override
    public String code() {
      return "invitation.expiry-invalid";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.INVALID;
    }

    @Override
    public String detail() {
      return "An invitation lasts " + least + " to " + most + " seconds, or for ever with 0.";
    }

    @Override
    public @Nullable String field() {
      return "expiresIn";
    }
  }

  record TooMany(int most) implements InvitationError {
    @Override
    public String code() {
      return "invitation.too-many";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }

    @Override
    public String detail() {
      return "This server has " + most + " invitations in force. Revoke one, then make another.";
    }
  }

  record Expired() implements InvitationError {
    @Override
    public String code() {
      return "invitation.expired";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.GONE;
    }

    @Override
    public String detail() {
      return "This invitation has expired. Ask for a new one.";
    }
  }

  record UsedUp() implements InvitationError {
    @Override
    public String code() {
      return "invitation.used-up";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.GONE;
    }

    @Override
    public String detail() {
      return "This invitation has been used as often as it could be. Ask for a new one.";
    }
  }

  record Revoked() implements InvitationError {
    @Override
    public String code() {
      return "invitation.revoked";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.GONE;
    }

    @Override
    public String detail() {
      return "This invitation has been revoked. Ask for a new one.";
    }
  }

  /** Of one that names a person. */
  record AlreadyMember() implements InvitationError {
    @Override
    public String code() {
      return "invitation.already-member";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }

    @Override
    public String detail() {
      return "They are in this server already.";
    }
  }

  /** Of one that names a person. */
  record AlreadyInvited() implements InvitationError {
    @Override
    public String code() {
      return "invitation.already-invited";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }

    @Override
    public String detail() {
      return "They have been invited and have not answered yet.";
    }
  }

  /** Of one that names a person. */
  record Banned() implements InvitationError {
    @Override
    public String code() {
      return "invitation.banned";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }

    @Override
    public String detail() {
      return "They are banned from this server. Lift the ban first.";
    }
  }

  record ServerGone() implements InvitationError {
    @Override
    public String code() {
      return "invitation.server-gone";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.GONE;
    }

    @Override
    public String detail() {
      return "The server that this invitation led to is gone.";
    }
  }
}
