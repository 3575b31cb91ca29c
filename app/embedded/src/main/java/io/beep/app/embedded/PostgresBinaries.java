package io.beep.app.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The programs of PostgreSQL, unpacked from the class path to a directory that is named after their
 * content.
 */
record PostgresBinaries(Path directory) {

  /** As the binaries jar of this platform names it. */
  private static final String ARCHIVE = "postgres-linux-x86_64.txz";

  private static final String DRAFT_SUFFIX = ".unpacking";

  /**
   * A file lock belongs to the process, so the threads of one process need a lock among themselves.
   */
  private static final ReentrantLock ONE_THREAD = new ReentrantLock();

  Path initdb() {
    return directory.resolve("bin/initdb");
  }

  Path postgres() {
    return directory.resolve("bin/postgres");
  }

  Path pgCtl() {
    return directory.resolve("bin/pg_ctl");
  }

  /**
   * Finds the binaries in {@code cache}, or unpacks them there. Several processes may share a
   * cache, and any of them may be killed while it unpacks: a directory gets its final name only
   * when it is whole and on disk.
   */
  static PostgresBinaries in(Path cache) throws IOException {
    URL archive = archive();
    Path directory = cache.toAbsolutePath().normalize().resolve("postgres-" + digest(archive));
    if (Files.isDirectory(directory)) {
      return new PostgresBinaries(directory);
    }
    Files.createDirectories(cache);
    ONE_THREAD.lock();
    try (FileChannel channel =
            FileChannel.open(
                cache.resolve("postgres.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (lock.isValid() && !Files.isDirectory(directory)) {
        deleteDrafts(cache);
        Path draft = directory.resolveSibling(directory.getFileName() + DRAFT_SUFFIX);
        try (InputStream in = new BufferedInputStream(archive.openStream())) {
          TarXz.unpack(in, draft);
        }
        Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
        Directories.sync(cache);
      }
    } finally {
      ONE_THREAD.unlock();
    }
    return new PostgresBinaries(directory);
  }

  /** What an interrupted run left; whoever holds the lock owns them all. */
  private static void deleteDrafts(Path cache) throws IOException {
    try (DirectoryStream<Path> drafts =
        Files.newDirectoryStream(cache, "postgres-*" + DRAFT_SUFFIX)) {
      for (Path draft : drafts) {
        Directories.deleteTree(draft);
      }
    }
  }

  private static URL archive() throws IOException {
    List<URL> found =
        Collections.list(PostgresBinaries.class.getClassLoader().getResources(ARCHIVE));
    if (found.size() != 1) {
      throw new IOException(
          "expected PostgreSQL for Linux on x86-64 ("
              + ARCHIVE
              + ") once on the class path, found "
              + found);
    }
    return found.getFirst();
  }

  private static String digest(URL archive) throws IOException {
    MessageDigest sha256 = sha256();
    try (InputStream in = new DigestInputStream(archive.openStream(), sha256)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(sha256.digest(), 0, 8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
