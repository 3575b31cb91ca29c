package io.beep.app.standalone.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beep.app.standalone.backup.Manifest.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupIT {

  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

  @TempDir private Path directory;

  private final Stores original = new Stores().migrated();

  private Path backedUp(Stores stores) throws IOException, SQLException {
    Path file = directory.resolve(UUID.randomUUID() + ".zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      Backup.write(out, stores.connect(), stores.address(), NOW);
    }
    return file;
  }

  private static Stores restored(Path file) throws IOException {
    Stores restored = new Stores();
    try (BackupFile backup = BackupFile.open(file)) {
      backup.verify();
      Restore.into(backup, restored.dataSource(), restored.address());
    }
    return restored;
  }

  private void fill() {
    original.events(
        1_000, "{\"content\":\"tab \\t, line \\n, back\\\\slash, quote \\\", ümläut 🌍\"}");
    original
        .jdbc()
        .update(
            """
            insert into identity.account values
              (gen_random_uuid(), 'ada', 'ada', 'a@b.c', 'a@b.c', E'A\\td\\na', 'L', '{argon2}x',
               'active', gen_random_uuid(), now(), null);
            insert into identity.session
              select gen_random_uuid(), '\\x00ff5c0a'::bytea, user_id, now(), now(), now()
              from identity.account;
            insert into identity.signing_key values ('k', '{"kty":"RSA"}', now())
            """);
  }

  @Nested
  class WhenItIsRestored {

    @Test
    void shouldBringEveryRowBackAsItWas() throws Exception {
      fill();

      Stores restored = restored(backedUp(original));

      assertThat(restored.rows()).isEqualTo(original.rows());
      assertThat(restored.rows().get("identity.session")).hasSize(1);
    }

    @Test
    void shouldBringEveryObjectBackWithItsType() throws Exception {
      byte[] large = new byte[6_000_000];
      new Random(1).nextBytes(large);
      original.put("avatars/ada", large, "image/png");
      original.put("empty", new byte[0], "text/plain");
      original.put("files/note", "hello".getBytes(StandardCharsets.UTF_8), "text/plain");

      Stores restored = restored(backedUp(original));

      assertThat(restored.listed()).hasSize(3).isEqualTo(original.listed());
      assertThat(restored.get("avatars/ada")).isEqualTo(large);
      assertThat(restored.get("empty")).isEmpty();
    }

    @Test
    void shouldLeaveOutWhatFollowsFromTheEvents() throws Exception {
      original
          .jdbc()
          .update("insert into read_model.user_profile values (gen_random_uuid(), 'a', 'b')");
      original.migrate("rebuild_timeline", "db/read-model");

      try (BackupFile backup = BackupFile.open(backedUp(original))) {
        assertThat(backup.manifest().schemas())
            .extracting(Schema::name)
            .containsExactly("events", "identity");
        assertThat(backup.manifest().position()).isEqualTo(-1);
        assertThat(backup.manifest().at()).isEqualTo(NOW);
      }
    }

    @Test
    void shouldRefuseADatabaseThatHoldsSomethingUnknown() {
      original.jdbc().execute("create schema billing; create table billing.invoice (id int)");

      assertThatThrownBy(() -> backedUp(original))
          .isInstanceOf(BackupException.class)
          .hasMessageContaining("billing");
    }

    @Test
    void shouldRefuseWhatANewerBeepMade() throws Exception {
      original
          .jdbc()
          .update("update events.flyway_schema_history set version = '999' where version = '1'");
      Path file = backedUp(original);

      assertThatThrownBy(() -> restored(file))
          .isInstanceOf(BackupException.class)
          .hasMessageContaining("newer Beep");
    }
  }

  @Nested
  class WhenBeepGoesOnMeanwhile {

    /** Each transaction writes to two tables; a backup must have both of its rows or neither. */
    @Test
    void shouldBeOfOneMoment() throws Exception {
      List<Path> files = new ArrayList<>();
      try (Connection writer = original.connect();
          Statement statement = writer.createStatement()) {
        writer.setAutoCommit(false);
        Thread writing =
            Thread.ofPlatform()
                .start(
                    () -> {
                      try {
                        for (int i = 0; !Thread.interrupted(); i++) {
                          statement.execute(
                              """
                              insert into events.domain_event_entry values
                                (%1$d, 'User', 'user:%1$d', 0, '%1$d', now(), 'x', '1', '{}', '{}');
                              insert into identity.signing_key values ('%1$d', '{}', now())
                              """
                                  .formatted(i));
                          writer.commit();
                        }
                      } catch (SQLException e) {
                        throw new IllegalStateException(e);
                      }
                    });
        for (int i = 0; i < 5; i++) {
          files.add(backedUp(original));
        }
        writing.interrupt();
        writing.join();
      }

      long most = -1;
      for (Path file : files) {
        try (BackupFile backup = BackupFile.open(file)) {
          Manifest manifest = backup.manifest();
          assertThat(manifest.position()).isGreaterThanOrEqualTo(most);
          most = manifest.position();
          assertThat(manifest.schemas().getFirst().tables())
              .filteredOn(table -> table.name().equals("domain_event_entry"))
              .allSatisfy(table -> assertThat(table.rows()).isEqualTo(manifest.position() + 1));
          assertThat(manifest.schemas().getLast().tables())
              .filteredOn(table -> table.name().equals("signing_key"))
              .allSatisfy(table -> assertThat(table.rows()).isEqualTo(manifest.position() + 1));
        }
      }
      assertThat(most).isPositive();
    }
  }

  @Nested
  class WhenTheFileIsNotWhole {

    private void verify(Path file) throws IOException {
      try (BackupFile backup = BackupFile.open(file)) {
        backup.verify();
      }
    }

    @Test
    void shouldNoticeAnyChangedByte() throws Exception {
      fill();
      original.put("note", "hello".getBytes(StandardCharsets.UTF_8), "text/plain");
      byte[] whole = Files.readAllBytes(backedUp(original));
      Random random = new Random(7);
      for (int i = 0; i < 200; i++) {
        byte[] changed = whole.clone();
        int at = random.nextInt(changed.length);
        changed[at] ^= (byte) (1 << random.nextInt(8));
        Path file = directory.resolve("changed-" + i);
        Files.write(file, changed);

        try (BackupFile backup = BackupFile.open(file)) {
          backup.verify();
          // A ZIP has bytes that mean nothing to who reads it: then all that is read is the same.
          assertThat(backup.manifest()).isEqualTo(manifestOf(whole));
        } catch (BackupException expected) {
          assertThat(expected).hasMessageContaining(file.toString());
        }
      }
    }

    private Manifest manifestOf(byte[] whole) throws IOException {
      Path file = directory.resolve("whole.zip");
      Files.write(file, whole);
      try (BackupFile backup = BackupFile.open(file)) {
        return backup.manifest();
      }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 0.9, 0.999})
    void shouldNoticeThatItWasCutOff(double part) throws Exception {
      fill();
      byte[] whole = Files.readAllBytes(backedUp(original));
      Path file = directory.resolve("cut.zip");
      Files.write(file, java.util.Arrays.copyOf(whole, (int) (whole.length * part)));

      assertThatThrownBy(() -> verify(file)).isInstanceOf(BackupException.class);
    }

    @Test
    void shouldTellWhyItCouldNotBeMade() throws Exception {
      Path file = directory.resolve("failed.zip");
      try (OutputStream out = Files.newOutputStream(file)) {
        Backup.refuse(out, "The disk is on fire.");
      }

      assertThatThrownBy(() -> verify(file))
          .isInstanceOf(BackupException.class)
          .hasMessage("The disk is on fire.");
    }

    @Test
    void shouldTellSoWithinAFileThatWasBegun() throws Exception {
      original.jdbc().execute("create schema zoo; create table zoo.animal (id int)");
      Path file = directory.resolve("failed.zip");
      try (OutputStream out = Files.newOutputStream(file)) {
        assertThatThrownBy(() -> Backup.write(out, original.connect(), original.address(), NOW))
            .isInstanceOf(BackupException.class);
      }

      assertThatThrownBy(() -> verify(file))
          .isInstanceOf(BackupException.class)
          .hasMessageContaining("zoo");
    }

    @Test
    void shouldTakeNothingElseForABackup() throws Exception {
      Path file = directory.resolve("letter.txt");
      Files.writeString(file, "Dear all");

      assertThatThrownBy(() -> verify(file))
          .isInstanceOf(BackupException.class)
          .hasMessageContaining("is no backup");
      assertThatThrownBy(() -> verify(directory.resolve("nothing")))
          .isInstanceOf(BackupException.class)
          .hasMessageContaining("There is no file");
    }
  }
}
