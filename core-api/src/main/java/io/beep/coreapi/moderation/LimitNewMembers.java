package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import java.util.List;
import org.axonframework.commandhandling.RoutingKey;

/**
 * Says how long members are limited after they joined: while it lasts they post no links, mention
 * neither everyone nor all who are here, and wait between two messages. Exempt are those who have a
 * role, look after messages, or are trusted.
 *
 * @param seconds one of {@link #CHOICES}
 */
@NeedsPermission(Permission.MANAGE_SERVER)
public record LimitNewMembers(@RoutingKey ServerId serverId, UserId actor, long seconds)
    implements ModerationCommand {

  /** Not at all, ten minutes, an hour, a day, three days. */
  public static final List<Long> CHOICES = List.of(0L, 600L, 3_600L, 86_400L, 259_200L);
}
