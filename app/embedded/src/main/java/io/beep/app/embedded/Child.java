package io.beep.app.embedded;

import java.io.IOException;

/** What {@link ChildSupervisor} has to know of a program to keep it running. */
interface Child {

  /** As it stands in logs and thread names. */
  String name();

  /** Clears what an earlier run left behind. May take seconds. */
  void prepare() throws IOException, InterruptedException;

  /**
   * Forks, and returns at once. Always called on the same thread, which lives as long as the
   * process does.
   */
  Process spawn() throws IOException;

  /**
   * Returns once the process answers.
   *
   * @throws IOException when it ends before, or does not answer in time; says why, with the child's
   *     last words
   */
  void awaitReady(Process process) throws IOException, InterruptedException;

  /** Ends the process in order, or by force when that takes too long; bounded in time. */
  void stop(Process process) throws IOException, InterruptedException;
}
