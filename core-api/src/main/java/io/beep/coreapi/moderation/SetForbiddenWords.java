package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import java.util.List;
import org.axonframework.commandhandling.RoutingKey;

/**
 * Sets the whole word filter of a server. Words are found whole, without case and accents; {@code
 * *} at an end of one stands for any letters there.
 *
 * @param blocked messages with one of these are refused
 * @param reported messages with one of these are sent and reported; what is in both is blocked
 */
@NeedsPermission(Permission.MANAGE_SERVER)
public record SetForbiddenWords(
    @RoutingKey ServerId serverId, UserId actor, List<String> blocked, List<String> reported)
    implements ModerationCommand {

  public SetForbiddenWords {
    blocked = List.copyOf(blocked);
    reported = List.copyOf(reported);
  }
}
