package io.beep.app.standalone;

import ch.qos.logback.classic.Level;
import io.beep.app.embedded.DirectoryLock;
import io.beep.app.embedded.EmbeddedObjectStore;
import io.beep.app.embedded.EmbeddedPostgres;
import io.beep.app.embedded.ObjectStoreOptions;
import io.beep.app.operations.control.UsageException;
import io.beep.app.standalone.backup.BackupException;
import io.beep.app.standalone.backup.BackupFile;
import io.beep.app.standalone.backup.Manifest;
import io.beep.app.standalone.backup.Restore;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code ./beep restore FILE --data DIR}: fills an empty data directory from a backup. The file is
 * read to its end and compared with its checksums before anything is written. Projections and the
 * search index are built from the events when Beep starts on the directory.
 */
public final class RestoreCommand {

  private static final String USAGE = "Usage: ./beep restore FILE --data DIR";

  private final PrintStream out;

  RestoreCommand(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) throws InterruptedException {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
        instanceof ch.qos.logback.classic.Logger logger) {
      logger.setLevel(Level.WARN);
    }
    try {
      new RestoreCommand(System.out).run(DataOption.of(Arrays.asList(arguments), System.getenv()));
    } catch (UsageException | BackupException e) {
      System.err.println("beep: " + e.getMessage());
      System.exit(1);
    }
    // The object store leaves threads waiting.
    System.exit(0);
  }

  void run(DataOption asked) throws InterruptedException {
    if (asked.rest().size() != 1) {
      throw new UsageException(USAGE);
    }
    Path data = asked.data();
    try (BackupFile backup = BackupFile.open(Path.of(asked.rest().getFirst()).toAbsolutePath())) {
      requireEmpty(data);
      out.println("comparing checksums …");
      backup.verify();
      try (DirectoryLock lock = DirectoryLock.take(data)) {
        UnfinishedRestore.mark(data);
        fill(data, backup);
        UnfinishedRestore.unmark(data);
      }
      tell(backup.manifest(), data);
    } catch (IOException e) {
      throw new UsageException("The restore broke off: " + e.getMessage());
    }
  }

  private static void requireEmpty(Path data) throws IOException {
    if (!Files.exists(data)) {
      return;
    }
    if (!Files.isDirectory(data)) {
      throw new UsageException(data + " is no directory.");
    }
    try (Stream<Path> there = Files.list(data)) {
      if (there.findAny().isPresent()) {
        throw new UsageException(
            data + " is not empty. Name a directory that is not there yet with --data DIR.");
      }
    }
  }

  private void fill(Path data, BackupFile backup) throws IOException, InterruptedException {
    out.printf(
        Locale.ROOT,
        "bringing back %,d rows and %,d objects …%n",
        backup.manifest().rows(),
        backup.manifest().objects());
    try (EmbeddedPostgres postgres = Children.startPostgres(data);
        EmbeddedObjectStore files =
            EmbeddedObjectStore.start(ObjectStoreOptions.of(data.resolve("files")))) {
      PGSimpleDataSource database = new PGSimpleDataSource();
      database.setURL(postgres.jdbcUrl(Children.DATABASE));
      database.setUser(postgres.user());
      database.setPassword(postgres.password());
      Restore.into(backup, database, Children.objectStore(files));
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private void tell(Manifest manifest, Path data) {
    out.printf(
        "%s is as it was at %s, up to position %d.%nStart it with ./beep run --data %s; what people"
            + " read is built from the events first.%n",
        data, manifest.at(), manifest.position(), data);
  }
}
