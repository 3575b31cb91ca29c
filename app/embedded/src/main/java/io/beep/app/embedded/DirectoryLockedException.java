package io.beep.app.embedded;

import java.nio.file.Path;

/** Another process, or another instance in this one, uses the directory. Nothing was touched. */
public final class DirectoryLockedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Path directory;

  DirectoryLockedException(Path directory) {
    super("another running instance uses " + directory);
    this.directory = directory;
  }

  /** The directory that is in use, absolute. */
  public Path directory() {
    return directory;
  }
}
