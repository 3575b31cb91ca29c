package io.beep.readmodel.server;

import io.beep.readmodel.shared.IndexShape;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document of the index of public servers, by the server's bare id. It is all that its projection
 * knows of the server. A private one has one too, since it may be opened, and is not found.
 *
 * @param lastActiveDay when something was last said, in days since 1970; 0 for never
 * @param activity about how many messages were written in the seven days up to then
 * @param closed whether nobody finds it; null is open, as all are that were written before private
 *     ones had a document
 * @param days of these days, by their number: the largest power of two of messages, by its exponent
 */
public record ServerDocument(
    String serverId,
    String name,
    @Nullable String description,
    List<String> tags,
    int members,
    int lastActiveDay,
    long activity,
    @Nullable Boolean closed,
    Map<String, Integer> days) {

  /** The alias under which the index is written and read. */
  public static final String ALIAS = "beep-servers";

  public static final IndexShape SHAPE = new IndexShape(ALIAS, ALIAS + "-v1", "500ms");

  public static final String SERVER_ID = "serverId";
  public static final String NAME = "name";
  public static final String DESCRIPTION = "description";
  public static final String TAGS = "tags";
  public static final String MEMBERS = "members";
  public static final String LAST_ACTIVE_DAY = "lastActiveDay";
  public static final String ACTIVITY = "activity";
  public static final String CLOSED = "closed";

  /** So many days count as lately. */
  public static final int WEEK = 7;

  public ServerDocument {
    tags = List.copyOf(tags);
    days = Map.copyOf(days);
  }
}
