package io.beep.identity.shared;

import java.time.Duration;

/** Something that identity does at its start and from time to time; may run on several nodes. */
public interface UpkeepTask {

  String name();

  Duration interval();

  void run();
}
