package io.beep.projection.shared;

/**
 * The database has forgotten the last batch that it had committed. The processor gives its segment
 * up on this, and goes on from the token that the database has.
 */
final class LostCommitException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LostCommitException(String segment, long position) {
    super("the database does not know any more that " + segment + " was at " + position);
  }
}
