package io.beep.query.permission;

import io.beep.coreapi.permission.GetChannelPermissions;
import io.beep.coreapi.permission.GetPermissionPreview;
import io.beep.coreapi.permission.GetServerPermissions;
import io.beep.coreapi.permission.MemberPermissionsView;
import io.beep.coreapi.permission.PermissionPreviewView;
import io.beep.coreapi.shared.AnswersQueries;
import io.beep.coreapi.shared.MessageKeys;
import io.beep.query.shared.ReadBarrier;
import io.beep.query.shared.ReadModel;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers what is asked about permissions. */
public final class PermissionQueries implements AnswersQueries {

  private final ExplanationReads explanations;
  private final Previews previews;
  private final ReadBarrier barrier;
  private final Clock clock;

  public PermissionQueries(ReadModel readModel, ReadBarrier barrier, Clock clock) {
    this.explanations = new ExplanationReads(readModel);
    this.previews = new Previews(new PreviewReads(readModel));
    this.barrier = barrier;
    this.clock = clock;
  }

  @QueryHandler
  CompletableFuture<MemberPermissionsView> answer(
      GetChannelPermissions query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    return barrier.after(atLeast, () -> explanations.inChannel(query, clock.instant()));
  }

  @QueryHandler
  CompletableFuture<MemberPermissionsView> answer(
      GetServerPermissions query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    return barrier.after(atLeast, () -> explanations.inServer(query, clock.instant()));
  }

  @QueryHandler
  CompletableFuture<PermissionPreviewView> answer(
      GetPermissionPreview query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    return barrier.after(atLeast, () -> previews.of(query, clock.instant()));
  }
}
