package io.beep.projection.audit;

import static io.beep.projection.audit.Act.changed;

import io.beep.coreapi.moderation.MemberTrusted;
import io.beep.coreapi.moderation.NewMemberLimitSet;
import io.beep.coreapi.moderation.WordsAllowed;
import io.beep.coreapi.moderation.WordsForbidden;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.readmodel.shared.ProcessingGroups;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** Writes into {@code audit_entry} what changed about how a server keeps itself safe. */
@ProcessingGroup(ProcessingGroups.AUDIT)
public final class SafetyAuditProjection implements ProcessesEvents {

  /** No word is taken for the name of a field. */
  private static final String WORD = "word:";

  private final AuditTrail trail;

  public SafetyAuditProjection(ReadModelWriter writer) {
    trail = new AuditTrail(writer);
  }

  @EventHandler
  void on(WordsForbidden event, TrackedEventMessage<?> message) {
    trail.write(
        changed(
                Happening.of(message, event.serverId(), event.forbiddenBy()),
                Thing.wordFilter(event.serverId()),
                of(event.words(), event.action()))
            .doneTo(Thing.server(event.serverId())));
  }

  @EventHandler
  void on(NewMemberLimitSet event, TrackedEventMessage<?> message) {
    trail.write(
        changed(
                Happening.of(message, event.serverId(), event.setBy()),
                Thing.newMembers(event.serverId()),
                Fields.of("seconds", event.seconds()))
            .doneTo(Thing.server(event.serverId())));
  }

  @EventHandler
  void on(MemberTrusted event, TrackedEventMessage<?> message) {
    trail.write(
        changed(
                Happening.of(message, event.serverId(), event.trustedBy()),
                Thing.trust(event.userId()),
                Fields.of("trusted", true))
            .doneTo(Thing.member(event.userId())));
  }

  @EventHandler
  void on(WordsAllowed event, TrackedEventMessage<?> message) {
    trail.write(
        changed(
                Happening.of(message, event.serverId(), event.allowedBy()),
                Thing.wordFilter(event.serverId()),
                of(event.words(), null))
            .doneTo(Thing.server(event.serverId())));
  }

  /** Each word is a field, so that only what changed about it is told, and is set back. */
  private static Fields of(List<String> words, @Nullable String action) {
    Fields fields = Fields.NONE;
    for (String word : words) {
      fields = fields.and(WORD + word, action);
    }
    return fields;
  }
}
