package io.beep.searchnode;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.opensearch.node.NodeValidationException;

/** Runs one node until standard input ends. */
public final class SearchNode {

  private static final long CLOSE_SECONDS = 10;

  private SearchNode() {}

  /**
   * @param arguments home directory and HTTP port
   */
  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      System.err.println("usage: search-node <home directory> <http port>");
      System.exit(2);
    }
    try {
      exitWhenParentIsGone(System.in);
      run(Path.of(arguments[0]).toAbsolutePath(), Integer.parseInt(arguments[1]), System.out);
    } catch (IOException | NodeValidationException | RuntimeException e) {
      e.printStackTrace();
      System.exit(1); // the threads of a half-started node would keep the process alive
    }
  }

  @SuppressWarnings("SystemExitOutsideMain") // the end of the input is the order to end
  private static void exitWhenParentIsGone(InputStream input) {
    Thread.ofPlatform()
        .daemon(false) // all of the node's threads are daemons: this one keeps the process alive
        .name("await-end-of-input")
        .start(
            () -> {
              try {
                input.transferTo(PrintStream.nullOutputStream());
              } catch (IOException e) {
                System.err.println("standard input broke: " + e);
              }
              System.exit(0);
            });
  }

  private static void run(Path home, int port, PrintStream out)
      throws IOException, NodeValidationException {
    Files.createDirectories(home.resolve("config"));
    awaitPredecessor(home);
    var node = new LoopbackNode(home, port);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "close-node"));
    node.start();
    out.println(node.awaitShards());
    Runtime.getRuntime().addShutdownHook(new Thread(node.reviveShards()::close, "end-revival"));
    out.println("READY " + port);
  }

  /**
   * A node whose parent was killed needs a moment to end, while the next one may start already. The
   * channel is never closed: the lock lasts as long as the process.
   */
  private static void awaitPredecessor(Path home) throws IOException {
    FileChannel.open(home.resolve("node.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
        .lock();
  }

  private static void close(LoopbackNode node) {
    try {
      node.close();
      if (!node.awaitClose(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("the node did not close within " + CLOSE_SECONDS + " seconds");
      }
    } catch (IOException e) {
      System.err.println("the node did not close in order: " + e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
