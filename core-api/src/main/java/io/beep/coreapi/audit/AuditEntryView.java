package io.beep.coreapi.audit;

import io.beep.coreapi.shared.AuthorView;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One administrative act.
 *
 * @param position the place of its event in the stream, by which it is named
 * @param action the stored name of the event, such as {@code channel.ChannelRenamed}
 * @param target null when {@code withheld}
 * @param related what else it was about, such as the role that a member was given
 * @param before what changed, as it was: texts, numbers, truth values, lists of texts; a field that
 *     had no value is missing; null where there was nothing at all
 * @param after the same as it is since; null where there is nothing any more
 * @param undoes the position of the act that this one undoes
 * @param undoneBy the position of the act that undid this one
 * @param withheld whether it was done in a channel that the asking one does not see, so that they
 *     learn no more than who did what kind of thing and when
 */
public record AuditEntryView(
    long position,
    Instant at,
    AuthorView actor,
    String action,
    @Nullable AuditTargetView target,
    @Nullable AuditTargetView related,
    @Nullable Map<String, Object> before,
    @Nullable Map<String, Object> after,
    @Nullable String reason,
    @Nullable Long undoes,
    @Nullable Long undoneBy,
    boolean withheld) {

  public AuditEntryView {
    before = before == null ? null : Map.copyOf(before);
    after = after == null ? null : Map.copyOf(after);
  }

  /** The same for someone who does not see where it was done. */
  public AuditEntryView withhold() {
    return new AuditEntryView(
        position, at, actor, action, null, null, null, null, null, undoes, undoneBy, true);
  }
}
