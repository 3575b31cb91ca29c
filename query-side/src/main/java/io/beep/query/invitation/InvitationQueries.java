package io.beep.query.invitation;

import io.beep.coreapi.invitation.GetInvitation;
import io.beep.coreapi.invitation.InvitationPage;
import io.beep.coreapi.invitation.InvitationPreviewView;
import io.beep.coreapi.invitation.ListInvitations;
import io.beep.coreapi.invitation.ListMemberInvitations;
import io.beep.coreapi.invitation.ListReceivedInvitations;
import io.beep.coreapi.invitation.MemberInvitationPage;
import io.beep.coreapi.invitation.ReceivedInvitationPage;
import io.beep.coreapi.shared.AnswersQueries;
import io.beep.coreapi.shared.MessageKeys;
import io.beep.query.shared.ReadBarrier;
import io.beep.query.shared.ReadModel;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers what is asked about invitations. */
public final class InvitationQueries implements AnswersQueries {

  private final InvitationPreviews previews;
  private final InvitationLists lists;
  private final MemberInvitationReads members;
  private final ReadBarrier barrier;

  public InvitationQueries(ReadModel readModel, ReadBarrier barrier, Clock clock) {
    this.previews = new InvitationPreviews(readModel, clock);
    this.lists = new InvitationLists(readModel, clock);
    this.members = new MemberInvitationReads(readModel, clock);
    this.barrier = barrier;
  }

  @QueryHandler
  CompletableFuture<InvitationPreviewView> answer(
      GetInvitation query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    return barrier.after(atLeast, () -> previews.one(query));
  }

  @QueryHandler
  CompletableFuture<InvitationPage> answer(
      ListInvitations query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    return barrier.after(atLeast, () -> lists.inForce(query));
  }

  @QueryHandler
  CompletableFuture<MemberInvitationPage> answer(
      ListMemberInvitations query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    return barrier.after(atLeast, () -> members.open(query));
  }

  @QueryHandler
  CompletableFuture<ReceivedInvitationPage> answer(
      ListReceivedInvitations query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    return barrier.after(atLeast, () -> members.received(query));
  }
}
