package io.beep.projection.message;

import io.beep.coreapi.channel.ErasesChannels;
import io.beep.coreapi.shared.ChannelId;
import io.beep.readmodel.message.MessageDocument;
import java.util.List;
import javax.sql.DataSource;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.springframework.jdbc.core.JdbcTemplate;

/** Erases what was said in deleted channels, from the index that is searched and from the table. */
public final class ErasesMessagesOfChannels {

  /** A slice of either takes some ten milliseconds. */
  private static final int SECONDS = 20;

  private static final int ROWS_AT_ONCE = 500;
  private static final int DOCUMENTS_AT_ONCE = 5_000;

  private static final String ROWS =
      """
      delete from message where ctid = any(array(
        select ctid from message where channel_id = ? limit ?))
      """;

  private ErasesMessagesOfChannels() {}

  /**
   * The index first, so that nothing is left to find in it when the rows go.
   *
   * @param most things by one call, if that is less than usual
   */
  public static List<ErasesChannels> of(DataSource readModel, OpenSearchClient search, int most) {
    return List.of(
        documents(SearchIndex.serving(search), Math.min(DOCUMENTS_AT_ONCE, most)),
        rows(readModel, Math.min(ROWS_AT_ONCE, most)));
  }

  private static ErasesChannels documents(SearchIndex index, int most) {
    return channel ->
        Math.toIntExact(index.deleteSome(MessageDocument.CHANNEL_ID, bare(channel), most));
  }

  private static ErasesChannels rows(DataSource readModel, int most) {
    JdbcTemplate jdbc = new JdbcTemplate(readModel);
    jdbc.setQueryTimeout(SECONDS);
    return channel -> jdbc.update(ROWS, channel.value(), most);
  }

  private static String bare(ChannelId channel) {
    return channel.value().toString();
  }
}
