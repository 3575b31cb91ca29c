package io.beep.projection.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the log.
 *
 * @param effect on the subject
 * @param subject whose state changed
 * @param fields that were set
 * @param target what people would say that it was done to; mostly the subject itself
 * @param related what else it was about
 * @param kept a field that did not change and without which the act says little; null for none
 */
record Act(
    Happening happening,
    Effect effect,
    Thing subject,
    Fields fields,
    Thing target,
    @Nullable Thing related,
    @Nullable String reason,
    @Nullable String kept) {

  /** What an act does to its subject. */
  enum Effect {
    CREATED,
    CHANGED,
    REMOVED
  }

  static Act created(Happening happening, Thing subject, Fields fields) {
    return new Act(happening, Effect.CREATED, subject, fields, subject, null, null, null);
  }

  static Act changed(Happening happening, Thing subject, Fields fields) {
    return new Act(happening, Effect.CHANGED, subject, fields, subject, null, null, null);
  }

  static Act removed(Happening happening, Thing subject) {
    return new Act(happening, Effect.REMOVED, subject, Fields.NONE, subject, null, null, null);
  }

  /** Where people would say that something else than the subject was changed. */
  Act doneTo(Thing newTarget) {
    return new Act(happening, effect, subject, fields, newTarget, related, reason, kept);
  }

  Act with(Thing newRelated) {
    return new Act(happening, effect, subject, fields, target, newRelated, reason, kept);
  }

  Act because(@Nullable String newReason) {
    return new Act(happening, effect, subject, fields, target, related, newReason, kept);
  }

  /** Tells that the field was as it is, before and after. */
  Act keeping(String field) {
    return new Act(happening, effect, subject, fields, target, related, reason, field);
  }

  /** The channel that one must see to be told of it; null when it is about none. */
  @Nullable UUID channelId() {
    return target.kind().equals(Thing.CHANNEL) ? UUID.fromString(target.id()) : null;
  }
}
