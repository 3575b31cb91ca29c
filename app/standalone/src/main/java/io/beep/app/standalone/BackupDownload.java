package io.beep.app.standalone;

import io.beep.app.standalone.backup.Backup;
import io.beep.app.standalone.backup.BackupException;
import io.beep.app.standalone.backup.Manifest;
import io.beep.media.ObjectStoreAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a backup of the running Beep to {@code ./beep backup}. */
final class BackupDownload implements ControlDownload {

  private static final Logger LOG = LoggerFactory.getLogger(BackupDownload.class);
  private static final String CONNECT_SECONDS = "10";

  private final DatabaseAddress database;
  private final ObjectStoreAddress objects;
  private final Clock clock;

  /** Two at once would read the same disk twice, and each be half as fast. */
  private final Semaphore one = new Semaphore(1);

  BackupDownload(DatabaseAddress database, ObjectStoreAddress objects, Clock clock) {
    this.database = database;
    this.objects = objects;
    this.clock = clock;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    if (!one.tryAcquire()) {
      Backup.refuse(out, "A backup runs already.");
      return;
    }
    try {
      Manifest manifest = Backup.write(out, connect(), objects, clock.instant());
      LOG.info(
          "a backup was made, up to position {}: {} rows, {} objects",
          manifest.position(),
          manifest.rows(),
          manifest.objects());
    } catch (BackupException e) {
      LOG.error("a backup could not be made", e);
    } catch (SQLException e) {
      LOG.error("a backup could not be made", e);
      Backup.refuse(out, "The database does not answer: " + e.getMessage());
    } finally {
      one.release();
    }
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", database.user());
    properties.setProperty("password", database.password());
    properties.setProperty("connectTimeout", CONNECT_SECONDS);
    properties.setProperty("ApplicationName", "beep-backup");
    return DriverManager.getConnection(database.jdbcUrl(), properties);
  }
}
