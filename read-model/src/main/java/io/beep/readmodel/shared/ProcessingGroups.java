package io.beep.readmodel.shared;

/**
 * Names of the groups of projections; they are stored with the tokens and the positions, so they
 * stay.
 */
public final class ProcessingGroups {

  /** Users, servers, memberships, roles and channels. */
  public static final String DIRECTORY = "directory";

  /** The audit log. */
  public static final String AUDIT = "audit";

  /** Messages. */
  public static final String TIMELINE = "timeline";

  /** The search index of messages. */
  public static final String SEARCH = "search";

  /** The index of public servers. */
  public static final String DISCOVERY = "discovery";

  private ProcessingGroups() {}
}
