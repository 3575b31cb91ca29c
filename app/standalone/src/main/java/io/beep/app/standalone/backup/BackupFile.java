package io.beep.app.standalone.backup;

import io.beep.app.standalone.backup.Manifest.Entry;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup that is whole, as far as its list goes; {@link #verify} looks at every byte. */
public final class BackupFile implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int REASON_BYTES = 10_000;

  private final Path path;
  private final ZipFile zip;
  private final Manifest manifest;
  private final Map<String, Entry> entries;

  private BackupFile(Path path, ZipFile zip, Manifest manifest) {
    this.path = path;
    this.zip = zip;
    this.manifest = manifest;
    this.entries =
        manifest.entries().stream().collect(Collectors.toMap(Entry::name, Function.identity()));
  }

  /**
   * @throws BackupException when the file is no whole backup, or one of a later format
   */
  public static BackupFile open(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new BackupException("There is no file " + path + ".");
    }
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException e) {
      throw new BackupException(path + " is no backup, or was cut off.", e);
    }
    try {
      return new BackupFile(path, zip, manifest(path, zip));
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static Manifest manifest(Path path, ZipFile zip) throws IOException {
    byte[] reason = bytes(zip, Manifest.FAILED, REASON_BYTES);
    if (reason != null) {
      throw new BackupException(new String(reason, StandardCharsets.UTF_8));
    }
    try {
      byte[] list = bytes(zip, Manifest.NAME, Manifest.MOST_BYTES);
      byte[] checksum = bytes(zip, Manifest.CHECKSUM, REASON_BYTES);
      if (list == null || checksum == null) {
        throw new BackupException(path + " is no backup, or was cut off.");
      }
      if (!Checksum.of(list).equals(new String(checksum, StandardCharsets.UTF_8))) {
        throw new BackupException(path + " is damaged: its list is not as it was written.");
      }
      Manifest manifest = JSON.readValue(list, Manifest.class);
      if (manifest.format() > Manifest.FORMAT) {
        throw new BackupException(path + " was made by a newer Beep; restore it with that one.");
      }
      return manifest;
    } catch (JacksonException | ZipException | EOFException e) {
      throw new BackupException(path + " is damaged: its list cannot be read.", e);
    }
  }

  private static byte @Nullable [] bytes(ZipFile zip, String name, int most) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return null;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readNBytes(most);
    }
  }

  public Manifest manifest() {
    return manifest;
  }

  /**
   * Reads all of it and compares sizes and checksums.
   *
   * @throws BackupException when a byte is not as it was written
   */
  public void verify() throws IOException {
    for (Entry entry : manifest.entries()) {
      try (Verified content = read(entry.name())) {
        content.transferTo(OutputStream.nullOutputStream());
        content.requireWhole();
      }
    }
  }

  /** An entry whose reader finds out at its end whether it is whole. */
  Verified read(String name) throws IOException {
    Entry entry = entries.get(name);
    ZipEntry packed = zip.getEntry(name);
    if (entry == null || packed == null) {
      throw new BackupException(path + " is damaged: " + name + " is missing.");
    }
    return new Verified(zip.getInputStream(packed), entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** Counts and sums what passes. */
  final class Verified extends DigestInputStream {

    private final Entry entry;
    private long passed;

    private Verified(InputStream in, Entry entry) {
      super(in, Checksum.begin());
      this.entry = entry;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        int count = super.read(bytes, offset, length);
        passed += Math.max(0, count);
        if (passed > entry.size()) {
          throw damaged(null);
        }
        return count;
      } catch (ZipException | EOFException e) {
        throw damaged(e);
      }
    }

    /** After the last byte. */
    void requireWhole() {
      MessageDigest digest = getMessageDigest();
      if (passed != entry.size() || !Checksum.end(digest).equals(entry.sha256())) {
        throw damaged(null);
      }
    }

    private BackupException damaged(@Nullable Exception cause) {
      String message = path + " is damaged: " + entry.name() + " is not as it was written.";
      return cause == null ? new BackupException(message) : new BackupException(message, cause);
    }
  }
}
