package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.DomainEvent;
import io.beep.coreapi.shared.ServerId;

/** All that happens for keeping order in a server, beside what happens to its members. */
public sealed interface ModerationEvent extends DomainEvent permits ReportEvent, SafetyEvent {

  ServerId serverId();
}
