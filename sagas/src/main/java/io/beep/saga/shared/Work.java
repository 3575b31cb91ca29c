package io.beep.saga.shared;

/** What a process does, one bounded piece at a time; each can be done again. */
@FunctionalInterface
public interface Work {

  /** Does one piece, if there is any. */
  Outcome work();

  /** What came of it. */
  enum Outcome {
    /** There is nothing to do now. */
    IDLE,
    /** A piece was done; there may be more. */
    WORKED,
    /** It failed, and is tried again later. */
    FAILED
  }
}
