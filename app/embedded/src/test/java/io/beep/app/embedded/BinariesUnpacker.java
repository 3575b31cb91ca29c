package io.beep.app.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** A process that unpacks the binaries and prints where. */
final class BinariesUnpacker {

  private BinariesUnpacker() {}

  public static void main(String[] arguments) throws IOException {
    System.out.println(PostgresBinaries.in(Path.of(arguments[0])).directory());
  }
}
