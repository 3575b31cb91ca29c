package io.beep.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.channel.ChannelOrder;
import io.beep.coreapi.shared.ChannelId;
import io.beep.testsupport.TestDatabase;
import io.beep.testsupport.TestPostgres;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows of an older release mean the same after an upgrade, without a replay. */
class MigrationIT {

  private static final String SCHEMA = "read_model";
  private static final UUID SERVER = new UUID(1, 1);
  private static final UUID FOLDER = new UUID(2, 1);
  private static final UUID FOLLOWING = new UUID(2, 2);
  private static final UUID HIDDEN = new UUID(2, 3);
  private static final UUID ALONE = new UUID(2, 4);

  private final TestDatabase database = TestPostgres.database(SCHEMA);
  private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());

  private void migrate(MigrationVersion target) {
    Flyway.configure()
        .dataSource(database.dataSource())
        .schemas(SCHEMA)
        .locations("classpath:db/read-model")
        .target(target)
        .load()
        .migrate();
  }

  private void channel(UUID id, @Nullable UUID folder) {
    jdbc.update(
        "insert into channel values (?, ?, 'name', 'text', ?, null, now())", id, SERVER, folder);
  }

  @Nested
  class WhenThereWereNeitherRolesNorOverwritesByHand {

    @Test
    void shouldNameEveryoneAndKnowWhoFollowsTheirFolder() {
      migrate(MigrationVersion.fromVersion("2"));
      jdbc.update("insert into role values (?, ?, '{SPEAK}')", SERVER, SERVER);
      channel(FOLDER, null);
      channel(FOLLOWING, FOLDER);
      channel(HIDDEN, FOLDER);
      channel(ALONE, null);
      jdbc.update(
          "insert into channel_overwrite values (?, 'role', ?, ?, '{}', '{VIEW_CHANNEL}')",
          HIDDEN,
          SERVER,
          SERVER);

      migrate(MigrationVersion.LATEST);

      assertThat(jdbc.queryForList("select name from role", String.class))
          .containsExactly("@everyone");
      assertThat(jdbc.queryForList("select id from channel where synced", UUID.class))
          .containsExactly(FOLLOWING);
      assertThat(jdbc.queryForList("select place from channel order by place", String.class))
          .hasSize(4)
          .first()
          .isEqualTo(ChannelOrder.first(new ChannelId(FOLDER)));
    }
  }
}
