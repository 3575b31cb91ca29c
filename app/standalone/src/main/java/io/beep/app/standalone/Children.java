package io.beep.app.standalone;

import io.beep.app.embedded.EmbeddedObjectStore;
import io.beep.app.embedded.EmbeddedPostgres;
import io.beep.app.embedded.EmbeddedSearch;
import io.beep.app.embedded.ObjectStoreOptions;
import io.beep.app.embedded.PostgresOptions;
import io.beep.app.embedded.SearchOptions;
import io.beep.media.ObjectStoreAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The servers that Beep brings along. They start side by side, and end when it ends. */
record Children(EmbeddedPostgres postgres, EmbeddedSearch search, EmbeddedObjectStore files)
    implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Children.class);
  static final String DATABASE = "beep";
  private static final String BUCKET = "beep";

  /**
   * @throws IOException when one of them does not start; those that did are ended
   */
  static Children start(StandaloneSettings settings) throws IOException, InterruptedException {
    Path data = settings.dataDir();
    // PostgreSQL is tied to the life of the thread that starts it; it sees to that itself.
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      Future<EmbeddedPostgres> postgres = threads.submit(() -> startPostgres(data));
      Future<EmbeddedSearch> search =
          threads.submit(
              () ->
                  EmbeddedSearch.start(
                      SearchOptions.of(data.resolve("search"), settings.home().resolve("search"))));
      Future<EmbeddedObjectStore> files =
          threads.submit(
              () -> EmbeddedObjectStore.start(ObjectStoreOptions.of(data.resolve("files"))));
      try {
        return new Children(get(postgres), get(search), get(files));
      } catch (IOException | InterruptedException | RuntimeException e) {
        closeIfStarted(postgres);
        closeIfStarted(search);
        closeIfStarted(files);
        throw e;
      }
    }
  }

  /** With its database, which may be empty. */
  static EmbeddedPostgres startPostgres(Path data)
      throws IOException, InterruptedException, SQLException {
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(PostgresOptions.of(data.resolve("postgres"), data.resolve("cache")));
    try {
      postgres.createDatabaseIfMissing(DATABASE);
      return postgres;
    } catch (SQLException e) {
      postgres.close();
      throw e;
    }
  }

  private static <T> T get(Future<T> child) throws IOException, InterruptedException {
    try {
      return child.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException io -> throw io;
        case RuntimeException runtime -> throw runtime;
        case null, default -> throw new IOException(e.getCause());
      }
    }
  }

  private static void closeIfStarted(Future<? extends AutoCloseable> child) {
    try {
      close(child.get()::close);
    } catch (ExecutionException | CompletionException e) {
      LOG.debug("was not started", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  DatabaseAddress database() {
    return new DatabaseAddress(
        "127.0.0.1", postgres.port(), DATABASE, postgres.user(), postgres.password());
  }

  ObjectStoreAddress objectStore() {
    return objectStore(files);
  }

  static ObjectStoreAddress objectStore(EmbeddedObjectStore files) {
    return new ObjectStoreAddress(files.endpoint(), files.accessKey(), files.secretKey(), BUCKET);
  }

  @Override
  public void close() {
    close(files::close);
    close(search::close);
    close(postgres::close);
  }

  private static void close(AutoCloseableAction action) {
    try {
      Callable<Void> call =
          () -> {
            action.close();
            return null;
          };
      call.call();
    } catch (Exception e) {
      LOG.warn("a child did not end in order", e);
    }
  }

  @FunctionalInterface
  private interface AutoCloseableAction {
    void close() throws Exception;
  }
}
