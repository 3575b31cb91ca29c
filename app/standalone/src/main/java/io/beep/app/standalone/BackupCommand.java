package io.beep.app.standalone;

import io.beep.app.operations.control.UsageException;
import io.beep.app.standalone.backup.BackupException;
import io.beep.app.standalone.backup.BackupFile;
import io.beep.app.standalone.backup.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * {@code ./beep backup FILE|DIR [--data DIR]}: takes a backup from the Beep that runs there, and
 * looks at every byte of it before it gets its name. The file holds password hashes and keys: only
 * its owner may read it.
 */
public final class BackupCommand {

  private static final String USAGE = "Usage: ./beep backup FILE|DIR [--data DIR]";
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** Until the first byte; how long the rest takes depends on how much there is. */
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'beep-'yyyy-MM-dd'T'HH-mm-ss'Z.zip'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final int BUFFER = 1 << 16;
  private static final long NEWS_NANOS = 2_000_000_000L;

  private final PrintStream out;

  BackupCommand(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) throws InterruptedException {
    try {
      new BackupCommand(System.out).run(DataOption.of(Arrays.asList(arguments), System.getenv()));
    } catch (UsageException | BackupException e) {
      System.err.println("beep: " + e.getMessage());
      System.exit(1);
    }
  }

  void run(DataOption asked) throws InterruptedException {
    if (asked.rest().size() != 1) {
      throw new UsageException(USAGE);
    }
    ControlServer.ControlFile control = ControlServer.ControlFile.readFrom(asked.data());
    Path file = name(Path.of(asked.rest().getFirst()).toAbsolutePath());
    Path draft = file.resolveSibling(file.getFileName() + ".partial");
    try {
      long began = System.nanoTime();
      receive(control, draft);
      Manifest manifest = verified(draft);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      sync(Objects.requireNonNull(file.getParent()));
      out.printf(
          Locale.ROOT,
          "%s: %,d rows and %,d objects, up to position %d, %,.1f MB, in %.1f s%n",
          file,
          manifest.rows(),
          manifest.objects(),
          manifest.position(),
          Files.size(file) / 1e6,
          (System.nanoTime() - began) / 1e9);
    } catch (IOException e) {
      delete(draft);
      throw new UsageException("The backup broke off: " + e.getMessage());
    } catch (BackupException | UsageException e) {
      delete(draft);
      throw e;
    }
  }

  /** Never an older backup's. */
  private static Path name(Path target) {
    Path file = Files.isDirectory(target) ? target.resolve(NAME.format(Instant.now())) : target;
    if (Files.exists(file)) {
      throw new UsageException(file + " exists already.");
    }
    if (file.getParent() == null || !Files.isDirectory(file.getParent())) {
      throw new UsageException("There is no directory " + file.getParent() + ".");
    }
    return file;
  }

  private void receive(ControlServer.ControlFile control, Path draft)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + control.port() + "/backup"))
            .timeout(ANSWER)
            .header("Authorization", "Bearer " + control.secret())
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body();
          FileChannel channel = create(draft)) {
        if (answer.statusCode() != 200) {
          throw new UsageException("This is for the operator of the machine that Beep runs on.");
        }
        copy(body, channel);
        channel.force(true);
      }
    }
  }

  private static FileChannel create(Path draft) throws IOException {
    try {
      return FileChannel.open(
          draft,
          Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException e) {
      throw new UsageException(
          draft + " exists already: another backup writes it, or was cut off; then delete it.");
    }
  }

  private void copy(InputStream from, FileChannel to) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    long news = System.nanoTime() + NEWS_NANOS;
    for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
      ByteBuffer chunk = ByteBuffer.wrap(buffer, 0, count);
      while (chunk.hasRemaining()) {
        bytes += to.write(chunk);
      }
      if (System.nanoTime() - news > 0) {
        news += NEWS_NANOS;
        out.printf(Locale.ROOT, "%,.1f MB …%n", bytes / 1e6);
      }
    }
  }

  private static Manifest verified(Path draft) throws IOException {
    try (BackupFile backup = BackupFile.open(draft)) {
      backup.verify();
      return backup.manifest();
    }
  }

  private static void sync(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void delete(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw new UsageException(draft + " is no backup and cannot be deleted: " + e.getMessage());
    }
  }
}
