package io.beep.projection.server;

import io.beep.coreapi.shared.picture.PictureId;
import io.beep.coreapi.shared.picture.ShownPictures;
import io.beep.readmodel.shared.ProcessingGroups;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Asks the tables that name pictures. An event that waits among the dead letters may be the one
 * that names one; and where nobody has an account they are the wrong tables, or empty ones.
 */
public final class ShownInRows implements ShownPictures {

  private static final int SECONDS = 20;

  /** One statement, so that all of it is of one moment. */
  private static final String SHOWN =
      """
      with asked as (select ?::text[] as ids)
      select exists (select from dead_letter where processor = ?)
          or not exists (select from user_profile) as unsure,
        array(
          select picture_id from user_profile, asked where picture_id = any (ids)
          union select picture_id from server, asked where picture_id = any (ids)
          union select banner_id from server, asked where banner_id = any (ids)
          union select held ->> 'picture_id' from deleted_server, asked
            where held ->> 'picture_id' = any (ids)
          union select held ->> 'banner_id' from deleted_server, asked
            where held ->> 'banner_id' = any (ids)) as shown
      """;

  private final JdbcTemplate jdbc;

  public ShownInRows(DataSource readModel) {
    this.jdbc = new JdbcTemplate(readModel);
    this.jdbc.setQueryTimeout(SECONDS);
  }

  @Override
  public Optional<Set<PictureId>> among(Collection<PictureId> pictures) {
    String[] ids = pictures.stream().map(PictureId::value).toArray(String[]::new);
    return Objects.requireNonNull(
        jdbc.queryForObject(
            SHOWN,
            (row, _) -> row.getBoolean("unsure") ? Optional.empty() : Optional.of(shown(row)),
            ids,
            ProcessingGroups.DIRECTORY));
  }

  private static Set<PictureId> shown(ResultSet row) throws SQLException {
    return Arrays.stream((Object[]) row.getArray("shown").getArray())
        .map(id -> PictureId.of((String) id))
        .collect(Collectors.toSet());
  }
}
