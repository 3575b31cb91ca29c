package io.beep.app.standalone.backup;

import io.beep.app.standalone.backup.Manifest.Pack;
import io.beep.app.standalone.backup.Manifest.Schema;
import io.beep.media.ObjectStoreAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Makes a backup while Beep runs. The rows are those of one moment after it was begun. Objects are
 * read after them: whatever an event of that moment names was stored before, and is there unless it
 * was removed since.
 */
public final class Backup {

  private Backup() {}

  /**
   * Writes it out as it is made. When it fails, the last entry says why, and no manifest makes the
   * file a backup.
   *
   * @param out is not closed
   * @param database a connection of its own, closed at the end
   * @throws BackupException when it cannot be made
   * @throws IOException when nobody takes it
   */
  public static Manifest write(
      OutputStream out, Connection database, ObjectStoreAddress objects, Instant now)
      throws IOException {
    ArchiveWriter archive = new ArchiveWriter(out);
    try {
      Manifest manifest = manifest(archive, database, objects, now);
      archive.finish(manifest);
      return manifest;
    } catch (SQLException e) {
      archive.fail("The database cannot be read: " + e.getMessage());
      throw new BackupException("The database cannot be read: " + e.getMessage(), e);
    } catch (BackupException e) {
      archive.fail(String.valueOf(e.getMessage()));
      throw e;
    }
  }

  /** In place of a backup that cannot even be begun. */
  public static void refuse(OutputStream out, String why) throws IOException {
    new ArchiveWriter(out).fail(why);
  }

  private static Manifest manifest(
      ArchiveWriter archive, Connection database, ObjectStoreAddress objects, Instant now)
      throws IOException, SQLException {
    long position;
    List<Schema> schemas;
    try (DatabaseSnapshot snapshot = DatabaseSnapshot.take(database)) {
      position = snapshot.position();
      schemas = snapshot.writeTo(archive::writeText);
    }
    List<Pack> packs = new ObjectPacks(new Bucket(objects), archive).write();
    return new Manifest(Manifest.FORMAT, now, position, schemas, packs, archive.entries());
  }
}
