package io.beep.command.shared;

import io.beep.coreapi.server.ArrivalEvent;
import io.beep.coreapi.server.MemberBanned;
import io.beep.coreapi.server.MemberKicked;
import io.beep.coreapi.server.MemberLeft;
import io.beep.coreapi.server.MemberUnbanned;
import io.beep.coreapi.shared.RoleId;
import java.time.Instant;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * What someone lost who was put out of a server and is not in it again.
 *
 * @param banned rather than kicked
 * @param roles those that they had
 * @param joinedAt when they had come
 * @param at when they were put out
 */
public record LostMember(
    boolean banned, Set<RoleId> roles, Instant joinedAt, boolean trusted, Instant at) {

  public LostMember {
    roles = Set.copyOf(roles);
  }

  /**
   * Null for who is in the server, was never in it, or left it by their own wish; and for whom
   * somebody banned and let in again, which gives nothing back.
   *
   * @param stream the events of the membership, in order
   */
  public static @Nullable LostMember of(Iterable<? extends DomainEventMessage<?>> stream) {
    MemberState state = null;
    LostMember lost = null;
    for (DomainEventMessage<?> message : stream) {
      lost = after(lost, state, message.getPayload(), message.getTimestamp());
      state = MemberState.fold(state, message.getPayload(), message.getTimestamp());
    }
    return lost;
  }

  /**
   * @param state before the event
   */
  private static @Nullable LostMember after(
      @Nullable LostMember lost, @Nullable MemberState state, Object event, Instant when) {
    return switch (event) {
      case MemberKicked _ when state != null -> of(state, false, when);
      case MemberBanned _ when state != null -> of(state, true, when);
      case MemberUnbanned _ when lost != null && lost.banned -> null;
      case ArrivalEvent _, MemberLeft _ -> null;
      default -> lost;
    };
  }

  private static LostMember of(MemberState state, boolean banned, Instant when) {
    return new LostMember(banned, state.access().roles(), state.joinedAt(), state.trusted(), when);
  }
}
