package io.beep.readmodel.message;

import io.beep.readmodel.shared.IndexShape;

/**
 * The search index of messages: one document for each message, by its bare id. Only {@link
 * #CONTENT} and its stemmed forms are searched, all else filters and sorts.
 */
public final class MessageDocument {

  /**
   * The alias under which the index is written and read. The index behind it bears a version, and a
   * number when it was rebuilt.
   */
  public static final String ALIAS = "beep-messages";

  public static final IndexShape SHAPE = new IndexShape(ALIAS, ALIAS + "-v1", "500ms");

  public static final String MESSAGE_ID = "messageId";
  public static final String CHANNEL_ID = "channelId";
  public static final String SERVER_ID = "serverId";
  public static final String AUTHOR_ID = "authorId";

  /** Words as they stand, without case, accents and elided articles. */
  public static final String CONTENT = "content";

  /** The same, stemmed as English. */
  public static final String CONTENT_ENGLISH = "content.english";

  /** The same, stemmed as French. */
  public static final String CONTENT_FRENCH = "content.french";

  private MessageDocument() {}
}
