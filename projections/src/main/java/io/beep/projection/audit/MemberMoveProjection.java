package io.beep.projection.audit;

import io.beep.coreapi.invitation.InvitationAccepted;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.MemberLeft;
import io.beep.coreapi.server.ServerEvent;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.coreapi.shared.UserId;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.projection.shared.Times;
import io.beep.projection.shared.Write;
import io.beep.readmodel.shared.ProcessingGroups;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Writes {@code member_move}: who came and went by their own wish, which is no administrative act
 * and belongs to the history of a member all the same.
 */
@ProcessingGroup(ProcessingGroups.AUDIT)
public final class MemberMoveProjection implements ProcessesEvents {

  private record Move(UUID serverId, UUID userId, long position, Instant at, String kind) {

    static Move of(TrackedEventMessage<? extends ServerEvent> message, UserId user, String kind) {
      return new Move(
          message.getPayload().serverId().value(),
          user.value(),
          message.trackingToken().position().orElseThrow(),
          message.getTimestamp(),
          kind);
    }
  }

  private static final Write<Move> MOVED =
      new Write<>(
          """
          insert into member_move (server_id, user_id, position, at, kind) values (?, ?, ?, ?, ?)
          on conflict (server_id, user_id, position) do nothing
          """,
          (statement, move) -> {
            statement.setObject(1, move.serverId());
            statement.setObject(2, move.userId());
            statement.setLong(3, move.position());
            statement.setObject(4, Times.toColumn(move.at()));
            statement.setString(5, move.kind());
          });

  private record Invited(InvitationAccepted event, long position) {}

  /** That they came by a link is told right after that they came. */
  private static final Write<Invited> INVITED =
      new Write<>(
          """
          with invited as (select ?::uuid as inviter, ?::uuid as server_id, ?::uuid as user_id)
          update member_move m set invited_by = invited.inviter from invited
          where m.server_id = invited.server_id and m.user_id = invited.user_id
            and m.kind = 'joined' and m.position = (
              select max(o.position) from member_move o
              where o.server_id = invited.server_id and o.user_id = invited.user_id
                and o.position < ?)
          """,
          (statement, invited) -> {
            statement.setObject(1, invited.event().inviterId().value());
            statement.setObject(2, invited.event().serverId().value());
            statement.setObject(3, invited.event().userId().value());
            statement.setLong(4, invited.position());
          });

  private final ReadModelWriter writer;

  public MemberMoveProjection(ReadModelWriter writer) {
    this.writer = writer;
  }

  @EventHandler
  void on(MemberJoined event, TrackedEventMessage<MemberJoined> message) {
    writer.write(MOVED, Move.of(message, event.userId(), "joined"));
  }

  @EventHandler
  void on(MemberLeft event, TrackedEventMessage<MemberLeft> message) {
    writer.write(MOVED, Move.of(message, event.userId(), "left"));
  }

  @EventHandler
  void on(InvitationAccepted event, TrackedEventMessage<?> message) {
    writer.write(INVITED, new Invited(event, message.trackingToken().position().orElseThrow()));
  }
}
