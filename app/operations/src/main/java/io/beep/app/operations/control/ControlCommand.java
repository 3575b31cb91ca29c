package io.beep.app.operations.control;

import java.io.IOException;
import java.util.List;

/** Something that the operator of this machine asks of the running Beep. */
@FunctionalInterface
public interface ControlCommand {

  /**
   * Does it, and returns when it is done.
   *
   * @throws UsageException when it cannot be done as it was asked for; the message goes to the
   *     operator
   * @throws IOException when nobody listens any more: whoever asked pressed Ctrl-C
   * @throws InterruptedException when Beep ends
   */
  void run(List<String> arguments, ControlAnswer answer) throws IOException, InterruptedException;
}
