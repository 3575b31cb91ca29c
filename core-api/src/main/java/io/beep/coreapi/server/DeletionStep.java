package io.beep.coreapi.server;

import java.util.Arrays;
import java.util.Locale;

/**
 * What is removed of a server that is deleted for ever, in this order: first what leads into it,
 * then what was said in it, then what it was made of. A feature that keeps something of a server
 * adds a step, with one who {@link ErasesServers}.
 */
public enum DeletionStep {
  INVITATIONS,
  MEMBERSHIPS,
  SEARCH_DOCUMENTS,
  MESSAGES,
  OVERWRITES,
  CHANNELS,
  ROLES,
  PICTURES,
  MEMBER_INVITATIONS;

  private final String wireName = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** As in events and in JSON, such as {@code search-documents}. */
  public String wireName() {
    return wireName;
  }

  /**
   * @throws IllegalArgumentException when there is no such step
   */
  public static DeletionStep named(String wireName) {
    return Arrays.stream(values())
        .filter(step -> step.wireName.equals(wireName))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("no step of a deletion: " + wireName));
  }
}
