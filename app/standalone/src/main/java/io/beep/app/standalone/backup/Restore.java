package io.beep.app.standalone.backup;

import io.beep.media.ObjectStoreAddress;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Brings back what a backup holds, into empty stores. */
public final class Restore {

  private Restore() {}

  /**
   * @param database as a superuser, without any schema of Beep
   * @param objects a store without the bucket, or with an empty one
   * @throws BackupException when the backup is damaged, or of a newer Beep
   */
  public static void into(BackupFile backup, DataSource database, ObjectStoreAddress objects)
      throws IOException {
    try {
      new RestoredDatabase(database, backup).fill();
    } catch (SQLException e) {
      throw new BackupException("The database does not take it: " + e.getMessage(), e);
    }
    new RestoredObjects(new Bucket(objects), backup).store();
  }
}
