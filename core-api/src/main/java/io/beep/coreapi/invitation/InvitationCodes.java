package io.beep.coreapi.invitation;

/**
 * Where new codes come from. Handlers take it as an argument, so that a test can say which codes
 * come.
 */
@FunctionalInterface
public interface InvitationCodes {

  /** A code that nobody can guess, whatever codes they have seen. */
  InvitationCode next();
}
