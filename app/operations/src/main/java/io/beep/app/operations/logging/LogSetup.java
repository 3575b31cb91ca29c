package io.beep.app.operations.logging;

import java.nio.file.Path;

/**
 * Where the log of a node goes. To be called before the first Spring context starts, since Boot
 * reads it then.
 */
public final class LogSetup {

  private static final String RESOURCES = "classpath:io/beep/app/operations/logging/";

  private LogSetup() {}

  /** All of it as JSON into files of the directory; warnings to the console, for people. */
  public static void toFiles(Path directory, String service) {
    System.setProperty("beep.log.dir", directory.toString());
    use("files.xml", service);
  }

  /** All of it as JSON to the console, for whatever gathers what containers say. */
  public static void toConsole(String service) {
    use("console.xml", service);
  }

  /** The file that holds all but what has a file of its own. */
  public static Path mainFile(Path directory) {
    return directory.resolve("beep.log");
  }

  private static void use(String configuration, String service) {
    System.setProperty("beep.log.service", service);
    System.setProperty("logging.config", RESOURCES + configuration);
  }
}
