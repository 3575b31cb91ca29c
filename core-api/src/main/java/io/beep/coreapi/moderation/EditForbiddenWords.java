package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import java.util.List;
import org.axonframework.commandhandling.RoutingKey;

/**
 * Changes what becomes of some words, and leaves the rest of the word filter as it is.
 *
 * @param blocked messages with one of these are refused
 * @param reported messages with one of these are sent and reported
 * @param allowed that are to be in the filter no more
 */
@NeedsPermission(Permission.MANAGE_SERVER)
public record EditForbiddenWords(
    @RoutingKey ServerId serverId,
    UserId actor,
    List<String> blocked,
    List<String> reported,
    List<String> allowed)
    implements ModerationCommand {

  public EditForbiddenWords {
    blocked = List.copyOf(blocked);
    reported = List.copyOf(reported);
    allowed = List.copyOf(allowed);
  }
}
