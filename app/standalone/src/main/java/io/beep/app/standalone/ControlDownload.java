package io.beep.app.standalone;

import java.io.IOException;
import java.io.OutputStream;

/** Something that the operator of this machine gets from the running Beep, byte by byte. */
@FunctionalInterface
interface ControlDownload {

  /**
   * @throws IOException when nobody listens any more
   */
  void writeTo(OutputStream out) throws IOException;
}
