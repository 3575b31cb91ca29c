package io.beep.query.shared;

import io.beep.readmodel.shared.ProcessingGroups;

/** How far the projections are, as expressions of SQL; -1 before the first event. */
public final class Positions {

  public static final String DIRECTORY = of(ProcessingGroups.DIRECTORY);
  public static final String AUDIT = of(ProcessingGroups.AUDIT);
  public static final String SEARCH = of(ProcessingGroups.SEARCH);
  public static final String TIMELINE = of(ProcessingGroups.TIMELINE);

  private Positions() {}

  private static String of(String processor) {
    return "(select coalesce(min(position), -1) from projection_position where processor = '"
        + processor
        + "')";
  }
}
