package io.beep.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedPostgresIT {

  private static final Duration RESTART_LIMIT = Duration.ofSeconds(30);

  @TempDir private Path home;

  @Nested
  class WhenKilled {

    @Test
    void shouldComeBackOnTheSamePortWithAllThatWasAcknowledged() throws Exception {
      var listener = new CountingListener();
      try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options().withListener(listener))) {
        execute(postgres, "CREATE TABLE note (text text)");
        for (int kill = 1; kill <= 3; kill++) {
          execute(postgres, "INSERT INTO note VALUES ('before kill " + kill + "')");

          KillSignal.send(postgres.pid());

          int expected = kill;
          await().atMost(RESTART_LIMIT).until(() -> postgres.restarts() == expected);
          assertThat(ask(postgres, "SELECT count(*) FROM note")).isEqualTo(Integer.toString(kill));
        }
        assertThat(listener.heard())
            .containsExactly("died", "restarted", "died", "restarted", "died", "restarted");
        assertThat(postgres.isUp()).isTrue();
      }
    }

    @Test
    void shouldEndWithItsProcessAndServeTheNextOneAtOnce() throws Exception {
      try (ChildJvm host = ChildJvm.run(PostgresHost.class, home.toString())) {
        long orphan = Long.parseLong(host.line());
        assertThatThrownBy(() -> EmbeddedPostgres.start(options()))
            .isInstanceOfSatisfying(
                DirectoryLockedException.class, e -> assertThat(e.directory()).isEqualTo(home))
            .hasMessageContaining(home.toString());

        host.kill();

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options())) {
          assertThat(LinuxProcesses.isAlive(orphan)).isFalse();
          assertThat(ask(postgres, "SELECT text FROM note")).isEqualTo("acknowledged");
        }
      }
    }
  }

  @Nested
  class WhenTheDirectoryHasAPast {

    @Test
    void shouldStartAgainAfterAnOrderlyEnd() throws Exception {
      try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options())) {
        execute(postgres, "CREATE TABLE note AS SELECT 'kept' AS text");
      }

      try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options())) {
        assertThat(ask(postgres, "SELECT text FROM note")).isEqualTo("kept");
      }
    }

    @Test
    void shouldStartDespiteAPidFileWhoseNumberIsSomebodyElses() throws Exception {
      EmbeddedPostgres.start(options()).close();
      Path pidFile = home.resolve("data/postmaster.pid");
      assertThat(pidFile).doesNotExist();
      try (var somebody = new Bystander()) {
        Files.writeString(pidFile, somebody.pid() + "\n" + home.resolve("data") + "\n");

        EmbeddedPostgres.start(options()).close();

        assertThat(somebody.isAlive()).isTrue();
      }
    }

    @Test
    void shouldStartDespiteADeadServerThatNobodyHasBuried() throws Exception {
      EmbeddedPostgres.start(options()).close();
      try (var zombie = new Zombie()) {
        Files.writeString(
            home.resolve("data/postmaster.pid"), zombie.pid() + "\n" + home.resolve("data") + "\n");

        EmbeddedPostgres.start(options()).close();

        assertThat(LinuxProcesses.isTaken(zombie.pid())).isTrue();
        assertThat(LinuxProcesses.isAlive(zombie.pid())).isFalse();
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0\0\0\0"})
    void shouldStartDespiteAPidFileThatAPowerCutLeftWithoutContent(String content)
        throws Exception {
      EmbeddedPostgres.start(options()).close();
      Files.writeString(home.resolve("data/postmaster.pid"), content);

      try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options())) {
        assertThat(postgres.isUp()).isTrue();
      }
    }

    @Test
    void shouldStartOverWhenTheFirstStartWasInterrupted() throws Exception {
      Path draft = Files.createDirectories(home.resolve("data.initializing/base"));
      Files.writeString(draft.resolve("half-a-file"), "");

      try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options())) {
        assertThat(ask(postgres, "SELECT 1")).isEqualTo("1");
        assertThat(home.resolve("data.initializing")).doesNotExist();
      }
    }

    @Test
    void shouldSayWhyTheServerRefusesItsData() throws Exception {
      EmbeddedPostgres.start(options()).close();
      Files.writeString(home.resolve("data/PG_VERSION"), "9.6\n");

      assertThatThrownBy(() -> EmbeddedPostgres.start(options()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("incompatible with server");
      DirectoryLock.take(home).close();
    }
  }

  @Nested
  class WhenRunning {

    @Test
    void shouldBeDurableAndAskForItsPassword() throws Exception {
      try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options())) {
        assertThat(ask(postgres, "SHOW fsync")).isEqualTo("on");
        assertThat(ask(postgres, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(ask(postgres, "SHOW data_checksums")).isEqualTo("on");
        assertThat(ask(postgres, "SELECT lower('ÉCOLE')")).isEqualTo("école");
        assertThat(Files.getPosixFilePermissions(home.resolve("password")))
            .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(
                () ->
                    DriverManager.getConnection(
                        postgres.jdbcUrl("postgres"), postgres.user(), "guessed"))
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
      }
    }

    @Test
    void shouldCreateADatabaseOnce() throws Exception {
      try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options())) {
        postgres.createDatabaseIfMissing("beep");
        postgres.createDatabaseIfMissing("beep");

        assertThat(ask(postgres, "SELECT count(*) FROM pg_database WHERE datname = 'beep'"))
            .isEqualTo("1");
        assertThatThrownBy(() -> postgres.createDatabaseIfMissing("beep; DROP DATABASE beep"))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }

    @Test
    void shouldSayThatAFixedPortIsTaken() throws Exception {
      try (EmbeddedPostgres other = EmbeddedPostgres.start(options())) {
        PostgresOptions samePort =
            PostgresOptions.of(home.resolve("second"), TestFiles.BINARIES).withPort(other.port());

        assertThatThrownBy(() -> EmbeddedPostgres.start(samePort))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("port " + other.port());
      }
    }
  }

  private PostgresOptions options() {
    return PostgresOptions.of(home, TestFiles.BINARIES);
  }

  private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl("postgres"), postgres.user(), postgres.password());
  }
}
