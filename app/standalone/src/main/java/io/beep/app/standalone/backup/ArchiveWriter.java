package io.beep.app.standalone.backup;

import io.beep.app.standalone.backup.Manifest.Entry;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes the entries of a backup one after the other, and notes their sizes and checksums. */
final class ArchiveWriter {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ZipOutputStream zip;
  private final List<Entry> entries = new ArrayList<>();

  /**
   * @param out is not closed
   */
  ArchiveWriter(OutputStream out) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
  }

  /** Rows shrink to a fifth. */
  void writeText(String name, DatabaseSnapshot.Content content) throws IOException, SQLException {
    write(name, Deflater.BEST_SPEED, content);
  }

  /** Pictures do not shrink. */
  void writeBytes(String name, DatabaseSnapshot.Content content) throws IOException, SQLException {
    write(name, Deflater.NO_COMPRESSION, content);
  }

  private void write(String name, int level, DatabaseSnapshot.Content content)
      throws IOException, SQLException {
    zip.setLevel(level);
    zip.putNextEntry(new ZipEntry(name));
    Counting counting = new Counting(zip);
    content.to(counting);
    zip.closeEntry();
    entries.add(new Entry(name, counting.size, Checksum.end(counting.digest)));
  }

  List<Entry> entries() {
    return entries;
  }

  /** The last entries: only with them is a backup whole. */
  void finish(Manifest manifest) throws IOException {
    byte[] list = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
    entry(Manifest.NAME, list);
    last(Manifest.CHECKSUM, Checksum.of(list).getBytes(StandardCharsets.UTF_8));
  }

  /** In place of the rest, for whoever only sees what arrives. */
  void fail(String why) throws IOException {
    last(Manifest.FAILED, why.getBytes(StandardCharsets.UTF_8));
  }

  private void entry(String name, byte[] content) throws IOException {
    zip.setLevel(Deflater.BEST_SPEED);
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private void last(String name, byte[] content) throws IOException {
    entry(name, content);
    zip.finish();
    zip.flush();
  }

  private static final class Counting extends FilterOutputStream {
    private final MessageDigest digest = Checksum.begin();
    private long size;

    Counting(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      digest.update(bytes, offset, length);
      size += length;
    }

    /** The entry ends here, the file does not. */
    @Override
    public void close() {}
  }
}
