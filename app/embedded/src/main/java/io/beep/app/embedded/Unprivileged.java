package io.beep.app.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a program is run without the rights of root, which PostgreSQL refuses to have: as it is for
 * an ordinary user; for root in a user namespace of its own, where it is nobody yet still owns its
 * files; where the kernel forbids that, as the user nobody, to whom its directories are then given.
 */
enum Unprivileged {
  AS_IS(List.of()),
  IN_USER_NAMESPACE(List.of("unshare", "--user")),
  AS_NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final List<String> prefix;

  Unprivileged(List<String> prefix) {
    this.prefix = prefix;
  }

  /** The way that works on this machine for the user of this process. */
  static Unprivileged choose() throws IOException, InterruptedException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return AS_IS;
    }
    for (Unprivileged way : List.of(IN_USER_NAMESPACE, AS_NOBODY)) {
      if (ProgramRun.of(LIMIT, way.command("true")).succeeded()) {
        return way;
      }
    }
    throw new IOException(
        "PostgreSQL must not run as root, and neither `unshare --user` nor `setpriv` works here; start as another user");
  }

  List<String> command(String... command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(List.of(command));
    return whole;
  }

  /** Gives a file or directory to the user under whom the program will run. */
  void own(Path path) throws IOException, InterruptedException {
    if (this != AS_NOBODY) {
      return;
    }
    ProgramRun run = ProgramRun.of(LIMIT, List.of("chown", "65534:65534", path.toString()));
    if (!run.succeeded()) {
      throw new IOException(path + " cannot be given to the user nobody: " + run.output());
    }
  }

  /**
   * Fails with the reason when a directory on the way is closed to the user under whom the program
   * will run.
   */
  void requireReach(Path path) throws IOException, InterruptedException {
    if (this == AS_NOBODY
        && !ProgramRun.of(LIMIT, command("test", "-x", path.toString())).succeeded()) {
      throw new IOException(
          "PostgreSQL would run as the user nobody, who may not enter the directories above "
              + path
              + "; choose another place, or start as an ordinary user");
    }
  }
}
