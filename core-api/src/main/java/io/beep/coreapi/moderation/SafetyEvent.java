package io.beep.coreapi.moderation;

/** All that changes how a server keeps itself safe. */
public sealed interface SafetyEvent extends ModerationEvent
    permits WordsForbidden, WordsAllowed, NewMemberLimitSet, MemberTrusted {}
