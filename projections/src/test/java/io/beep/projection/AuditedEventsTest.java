package io.beep.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.EventCatalog;
import io.beep.coreapi.channel.ChannelDeletionFinished;
import io.beep.coreapi.channel.ChannelListed;
import io.beep.coreapi.channel.ChannelRelisted;
import io.beep.coreapi.channel.ChannelTurnTaken;
import io.beep.coreapi.channel.ChannelUnlisted;
import io.beep.coreapi.invitation.InvitationAccepted;
import io.beep.coreapi.invitation.InvitationSlotFreed;
import io.beep.coreapi.invitation.InvitationSlotTaken;
import io.beep.coreapi.invitation.MemberInvitationAccepted;
import io.beep.coreapi.invitation.MemberInvitationDeclined;
import io.beep.coreapi.message.MessageEdited;
import io.beep.coreapi.message.MessageSent;
import io.beep.coreapi.moderation.ReportFiled;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.MemberLeft;
import io.beep.coreapi.server.ServerDeletionAdvanced;
import io.beep.coreapi.server.ServerDeletionStarted;
import io.beep.coreapi.user.ServerSeatFreed;
import io.beep.coreapi.user.ServerSeatTaken;
import io.beep.coreapi.user.UserPictureSet;
import io.beep.coreapi.user.UserRegistered;
import io.beep.projection.audit.MemberMoveProjection;
import io.beep.projection.shared.DeadLetterTable;
import io.beep.projection.shared.GroupLock;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.projection.shared.Subject;
import io.beep.projection.shared.Surroundings;
import io.beep.readmodel.shared.ProcessingGroups;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class AuditedEventsTest {

  private static final String OWN_WISH = "whom it is about wished it themselves";
  private static final String TALK = "what is said is no administrative act";
  private static final String NOBODY_LEFT = "nobody can look into the log from then on";
  private static final String BOOKKEEPING = "follows from an event that is audited";

  /** Events that the audit log passes over, with the reason. */
  private static final Map<Class<?>, String> NOT_ADMINISTRATIVE =
      Map.ofEntries(
          Map.entry(UserRegistered.class, "happens in no server"),
          Map.entry(UserPictureSet.class, "happens in no server"),
          Map.entry(MemberJoined.class, OWN_WISH),
          Map.entry(MemberLeft.class, OWN_WISH),
          Map.entry(InvitationAccepted.class, OWN_WISH),
          Map.entry(MemberInvitationAccepted.class, OWN_WISH),
          Map.entry(MemberInvitationDeclined.class, OWN_WISH),
          Map.entry(InvitationSlotTaken.class, BOOKKEEPING),
          Map.entry(InvitationSlotFreed.class, BOOKKEEPING),
          Map.entry(ServerSeatTaken.class, BOOKKEEPING),
          Map.entry(ServerSeatFreed.class, BOOKKEEPING),
          Map.entry(ChannelListed.class, BOOKKEEPING),
          Map.entry(ChannelUnlisted.class, BOOKKEEPING),
          Map.entry(ChannelRelisted.class, BOOKKEEPING),
          Map.entry(ChannelDeletionFinished.class, "nobody does it: time passes"),
          Map.entry(ServerDeletionStarted.class, NOBODY_LEFT),
          Map.entry(ServerDeletionAdvanced.class, NOBODY_LEFT),
          Map.entry(ChannelTurnTaken.class, TALK),
          Map.entry(ReportFiled.class, "who complains must not be known to all who read the log"),
          Map.entry(MessageSent.class, TALK),
          Map.entry(MessageEdited.class, TALK));

  /** Never connected to: nothing is written. */
  private final DataSource nowhere = new DriverManagerDataSource();

  private List<Class<?>> audited() {
    ReadModelWriter writer =
        new ReadModelWriter(
            new Surroundings(
                nowhere, GroupLock.none(), new DeadLetterTable(nowhere, ProcessingGroups.AUDIT)),
            Subject::byServer);
    return ProjectionGroups.AUDIT.projections().apply(writer).stream()
        .filter(projection -> !(projection instanceof MemberMoveProjection))
        .flatMap(projection -> Arrays.stream(projection.getClass().getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(EventHandler.class))
        .<Class<?>>map(method -> method.getParameterTypes()[0])
        .toList();
  }

  @Nested
  class WhenThereIsAnEvent {

    /** Who adds an event decides: a method in an {@code …AuditProjection}, or a line above. */
    @Test
    void shouldBeAuditedOrListedWithTheReason() {
      assertThat(Stream.concat(audited().stream(), NOT_ADMINISTRATIVE.keySet().stream()))
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(EventCatalog.EVENTS.classes());
    }
  }
}
