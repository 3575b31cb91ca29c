package io.beep.coreapi.shared;

/** How many of each thing there may be. All such limits stand here. */
public final class Quotas {

  /** Of a server, folders included: what one looks through with a glance or two. */
  public static final int CHANNELS_OF_A_SERVER = 500;

  /** Of a server: what one reads on a card. */
  public static final int TAGS_OF_A_SERVER = 5;

  /** Of one message or member, while they wait: nobody reads the five-hundred-and-first. */
  public static final int REPORTS_OF_ONE = 500;

  private Quotas() {}
}
