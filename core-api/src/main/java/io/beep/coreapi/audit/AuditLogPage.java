package io.beep.coreapi.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Acts, the newest first.
 *
 * @param older what to give as {@code before} to go on; null when there is nothing older
 * @param newer what to give as {@code after} to go back; null when nothing newer is known
 * @param position the place in the event stream up to which the answer knows everything
 */
public record AuditLogPage(
    List<AuditEntryView> items, @Nullable Long older, @Nullable Long newer, long position) {

  public AuditLogPage {
    items = List.copyOf(items);
  }
}
