package io.beep.coreapi.shared;

import java.time.Duration;

/**
 * How many of each thing there may be. All such limits stand here. Those of a user are not enforced
 * where rates are not limited either, for load tests.
 */
public final class Quotas {

  /** That a user may be in: what one can follow, and a feed has to look through. */
  public static final int SERVERS_OF_A_USER = 100;

  /** By one user in {@link #DAY}: more than anyone needs who does not fill a disk on purpose. */
  public static final int SERVERS_FOUNDED_IN_A_DAY = 10;

  /** Not that of a calendar: the last 24 hours. */
  public static final Duration DAY = Duration.ofHours(24);

  /** Of a server, folders included: what one looks through with a glance or two. */
  public static final int CHANNELS_OF_A_SERVER = 500;

  /** Of a server, that of everyone not counted. */
  public static final int ROLES_OF_A_SERVER = 250;

  /** In force, of a server: what one can look through to find the one to revoke. */
  public static final int INVITATIONS_OF_A_SERVER = 1_000;

  /** Of a channel: who needs more needs a role. */
  public static final int OVERWRITES_OF_A_CHANNEL = 500;

  /** Of a server: what one reads on a card. */
  public static final int TAGS_OF_A_SERVER = 5;

  /** Of one message or member, while they wait: nobody reads the five-hundred-and-first. */
  public static final int REPORTS_OF_ONE = 500;

  /** Of the filter of a server, words and phrases: more is no rule that anybody could know. */
  public static final int FORBIDDEN_WORDS_OF_A_SERVER = 200;

  private Quotas() {}
}
