package io.beep.coreapi.shared;

/**
 * Names under which commands, queries and their answers carry what is not part of them, as
 * metadata.
 */
public final class MessageKeys {

  /**
   * On an answered command: the place (long) in the event stream of its last event, or of the head.
   */
  public static final String POSITION = "position";

  /**
   * On a command: the {@code Idempotency-Key} of the request, a string of at most 255 characters.
   */
  public static final String IDEMPOTENCY_KEY = "idempotencyKey";

  /** On a command with an {@link #IDEMPOTENCY_KEY}: SHA-256 in hex of what was asked. */
  public static final String REQUEST_HASH = "requestHash";

  /** On a command and its events: the id of the request, for logs and traces. */
  public static final String REQUEST_ID = "requestId";

  /** On a command and its events: the bare id of the user who asked. */
  public static final String ACTOR = "actor";

  /** On a command and its events: the place (long) of the administrative act that it undoes. */
  public static final String UNDOES = "undoes";

  /**
   * On a command, a query and events: the {@code traceparent} (W3C) of what caused it, for traces;
   * only when there is one.
   */
  public static final String TRACE_PARENT = "traceparent";

  /** On a query: answer only what knows at least this place (long) of the event stream. */
  public static final String AT_LEAST = "atLeast";

  /**
   * On a query, besides {@link #AT_LEAST}: the place (long) that the one who asks named themselves,
   * and that an index too must know which is otherwise allowed to trail; only when there is one.
   */
  public static final String INDEXED_AT_LEAST = "indexedAtLeast";

  private MessageKeys() {}
}
