package io.beep.projection.server;

import io.beep.coreapi.server.DeletionStep;
import io.beep.coreapi.server.ErasesServers;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.picture.PictureId;
import io.beep.coreapi.shared.picture.Pictures;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Erases the picture and the banner of a server that is deleted. What they are stands in the row
 * that it left in {@code deleted_server}; each is struck out there when its objects are gone.
 */
public final class ErasesPictures implements ErasesServers {

  private static final int SECONDS = 20;

  /** Of one server there are two. */
  private static final int AT_ONCE = 2;

  private static final String HELD =
      """
      with it (held) as (
        select held from deleted_server where id = ?
        union all select to_jsonb(s) from server s where id = ?)
      select key, value from it, jsonb_each_text(held)
      where key in ('picture_id', 'banner_id') and value is not null
      order by key
      """;

  private final Pictures pictures;
  private final int atOnce;
  private final JdbcTemplate jdbc;

  /**
   * @param most things by one call, if that is less than usual
   */
  public ErasesPictures(DataSource readModel, Pictures pictures, int most) {
    this.pictures = pictures;
    this.atOnce = Math.min(AT_ONCE, most);
    this.jdbc = new JdbcTemplate(readModel);
    this.jdbc.setQueryTimeout(SECONDS);
  }

  @Override
  public DeletionStep step() {
    return DeletionStep.PICTURES;
  }

  @Override
  public int atOnce() {
    return atOnce;
  }

  @Override
  public long count(ServerId server) {
    return held(server).size();
  }

  @Override
  public int erase(ServerId server) {
    List<Held> some = held(server).stream().limit(atOnce).toList();
    for (Held one : some) {
      pictures.forget(PictureId.of(one.picture()));
      jdbc.update(
          "update deleted_server set held = held - ? where id = ?", one.column(), server.value());
    }
    return some.size();
  }

  private record Held(String column, String picture) {}

  private List<Held> held(ServerId server) {
    return jdbc.query(
        HELD,
        (row, _) -> new Held(row.getString("key"), row.getString("value")),
        server.value(),
        server.value());
  }
}
