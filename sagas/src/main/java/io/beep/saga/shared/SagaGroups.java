package io.beep.saga.shared;

import java.util.List;

/** The processing groups of processes. Each keeps its token beside what its process knows. */
public final class SagaGroups {

  public static final String SERVER_DELETION = "server-deletion";

  public static final String CHANNEL_DELETION = "channel-deletion";

  /** All of them. */
  public static final List<String> ALL = List.of(SERVER_DELETION, CHANNEL_DELETION);

  private SagaGroups() {}
}
