package io.beep.coreapi.moderation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of what is reported in a server.
 *
 * @param waiting how many entries are open in all, 100 when there are more
 * @param next asks for the next page; null when this is the last
 * @param position the place in the event stream up to which the answer knows everything
 */
public record ReportPage(List<ReportView> items, int waiting, @Nullable Long next, long position) {

  public static final int WAITING_MOST = 100;

  public ReportPage {
    items = List.copyOf(items);
  }
}
