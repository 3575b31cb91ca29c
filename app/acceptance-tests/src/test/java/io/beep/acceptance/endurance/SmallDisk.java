package io.beep.acceptance.endurance;

import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A filesystem in memory that is small, and can be filled to the last byte. */
final class SmallDisk implements AutoCloseable {

  private static final int MEGABYTE = 1 << 20;
  private static final int PAGE = 1 << 12;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final Path mount;
  private final Path ballast;
  private volatile boolean full;

  private SmallDisk(Path mount) {
    this.mount = mount;
    this.ballast = mount.resolve("ballast");
  }

  /** Skips the test where filesystems may not be mounted. */
  static SmallDisk mountOrSkip(int megabytes) throws IOException {
    Path mount = Files.createTempDirectory("beep-small-disk-");
    int refused =
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", mount.toString());
    if (refused != 0) {
      Files.delete(mount);
    }
    assumeThat(refused).as("only root may mount a small filesystem, with `mount`").isZero();
    return new SmallDisk(mount);
  }

  Path directory() throws IOException {
    return Files.createDirectory(mount.resolve("data"));
  }

  /**
   * Takes all that is free and whatever is given back, while this runs; then gives all of it back.
   */
  void whileFull(Runnable meanwhile) {
    full = true;
    Thread filling = Thread.ofPlatform().name("ballast").start(this::fill);
    try {
      await("the disk to be full").atMost(Duration.ofSeconds(30)).until(() -> free() == 0);
      meanwhile.run();
    } finally {
      full = false;
      join(filling);
      delete(ballast);
    }
  }

  private void fill() {
    while (full) {
      if (!write(MEGABYTE) && !write(PAGE)) {
        Moments.pass(BETWEEN_LOOKS);
      }
    }
  }

  private boolean write(int bytes) {
    try (OutputStream out =
        Files.newOutputStream(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      out.write(new byte[bytes]);
      return true;
    } catch (IOException noSpace) {
      return false;
    }
  }

  long free() {
    try {
      return Files.getFileStore(mount).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static int run(String... command) {
    try {
      Process process = new ProcessBuilder(command).inheritIO().start();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(String.join(" ", command) + " hangs");
      }
      return process.exitValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** All that was on it is gone. */
  @Override
  public void close() throws IOException {
    // Lazily: whatever still holds a file on it must not leave the mount behind.
    int refused = run("umount", "--lazy", mount.toString());
    if (refused != 0) {
      throw new IOException("umount " + mount + " ended with " + refused);
    }
    Files.delete(mount);
  }
}
