package io.beep.app.standalone.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup holds.
 *
 * @param format of the file, {@link #FORMAT}
 * @param at when it was begun
 * @param position of the last event in it, -1 for none
 */
public record Manifest(
    int format,
    Instant at,
    long position,
    List<Schema> schemas,
    List<Pack> packs,
    List<Entry> entries) {

  /** Goes up when an older Beep could not read it. */
  public static final int FORMAT = 1;

  static final String NAME = "manifest.json";

  /** The SHA-256 of the manifest itself, which lists those of all else. */
  static final String CHECKSUM = "manifest.sha256";

  static final String FAILED = "FAILED";

  /** Far more than thousands of tables and packs need. */
  static final int MOST_BYTES = 64 * 1024 * 1024;

  public Manifest {
    schemas = List.copyOf(schemas);
    packs = List.copyOf(packs);
    entries = List.copyOf(entries);
  }

  public long rows() {
    return schemas.stream()
        .flatMap(schema -> schema.tables().stream())
        .mapToLong(Table::rows)
        .sum();
  }

  public long objects() {
    return packs.stream().mapToLong(Pack::objects).sum();
  }

  /**
   * @param version of its last migration
   */
  public record Schema(String name, String version, List<Table> tables, List<Sequence> sequences) {

    public Schema {
      tables = List.copyOf(tables);
      sequences = List.copyOf(sequences);
    }
  }

  /**
   * @param columns in the order of the rows' fields
   * @param entry of the file
   */
  public record Table(String name, List<String> columns, long rows, String entry) {

    public Table {
      columns = List.copyOf(columns);
    }
  }

  /**
   * @param last value that it gave
   */
  public record Sequence(String name, long last) {}

  /**
   * @param list entry with a line for each object
   * @param data entry with their bytes
   */
  public record Pack(String list, String data, int objects) {}

  /**
   * @param size in bytes, unpacked
   */
  public record Entry(String name, long size, String sha256) {}

  /**
   * A line of a pack's list.
   *
   * @param size in bytes
   */
  record StoredObject(String key, long size, String sha256, String contentType) {}
}
