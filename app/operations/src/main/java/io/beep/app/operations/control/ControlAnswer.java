package io.beep.app.operations.control;

import java.io.IOException;

/** What a command says to the operator while it works. */
public interface ControlAnswer {

  /**
   * A result, which stays on the screen.
   *
   * @throws IOException when nobody listens any more
   */
  void line(String text) throws IOException;

  /**
   * How far it is; what comes next takes its place.
   *
   * @throws IOException when nobody listens any more
   */
  void progress(String text) throws IOException;
}
