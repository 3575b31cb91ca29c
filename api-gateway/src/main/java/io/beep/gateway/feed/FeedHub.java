package io.beep.gateway.feed;

import io.beep.coreapi.channel.ChannelBookEvent;
import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.channel.ChannelDeleted;
import io.beep.coreapi.channel.ChannelDeletionFinished;
import io.beep.coreapi.channel.ChannelEvent;
import io.beep.coreapi.channel.ChannelMoved;
import io.beep.coreapi.channel.ChannelOverwriteRemoved;
import io.beep.coreapi.channel.ChannelOverwriteSet;
import io.beep.coreapi.channel.ChannelPlaced;
import io.beep.coreapi.channel.ChannelRenamed;
import io.beep.coreapi.channel.ChannelRestored;
import io.beep.coreapi.channel.ChannelSlowModeSet;
import io.beep.coreapi.channel.ChannelSynced;
import io.beep.coreapi.channel.ChannelTopicSet;
import io.beep.coreapi.channel.ChannelUnsynced;
import io.beep.coreapi.invitation.InvitationEvent;
import io.beep.coreapi.invitation.MemberInvitationEvent;
import io.beep.coreapi.message.MessageEvent;
import io.beep.coreapi.moderation.ModerationEvent;
import io.beep.coreapi.moderation.ReportEvent;
import io.beep.coreapi.moderation.SafetyEvent;
import io.beep.coreapi.server.ArrivalEvent;
import io.beep.coreapi.server.DepartureEvent;
import io.beep.coreapi.server.MemberBanned;
import io.beep.coreapi.server.MemberUnbanned;
import io.beep.coreapi.server.OwnershipTransferred;
import io.beep.coreapi.server.RoleEvent;
import io.beep.coreapi.server.ServerBannerSet;
import io.beep.coreapi.server.ServerCreated;
import io.beep.coreapi.server.ServerDeleted;
import io.beep.coreapi.server.ServerDeletionAdvanced;
import io.beep.coreapi.server.ServerDeletionEvent;
import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.server.ServerDeletionScheduled;
import io.beep.coreapi.server.ServerDeletionStarted;
import io.beep.coreapi.server.ServerDescribed;
import io.beep.coreapi.server.ServerEvent;
import io.beep.coreapi.server.ServerPictureSet;
import io.beep.coreapi.server.ServerRenamed;
import io.beep.coreapi.server.ServerRestored;
import io.beep.coreapi.server.ServerTagged;
import io.beep.coreapi.server.ServerVisibilitySet;
import io.beep.coreapi.server.TimeoutImposed;
import io.beep.coreapi.server.TimeoutLifted;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.user.UserPictureSet;
import io.beep.gateway.shared.bus.KnownPosition;
import io.beep.identity.api.Revocations;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives events to those who may see them. Everything that decides who that is belongs to one
 * thread, {@link #run()}; other threads only put work into its queue.
 */
final class FeedHub implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(FeedHub.class);

  private final FrameWriter writer;
  private final KnownPosition known;
  private final FeedCounters counters;
  private final Revocations revocations;
  private final Clock clock;

  /** Bounded by {@link #batches} and by the number of streams, each of which has few tasks. */
  private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();

  private final Semaphore batches = new Semaphore(FeedNumbers.BATCHES_WAITING);

  private final Ring ring;
  private volatile long position;
  private volatile boolean running = true;

  private final Set<FeedStream> open = new LinkedHashSet<>();
  private final Audiences audiences = new Audiences();
  private final Drains drains = new Drains();
  private final Admissions admissions;
  private final Presences presences;
  private long ticks;

  /**
   * @param position of the last event before those that will be published
   */
  FeedHub(
      Scopes scopes,
      HubTools tools,
      KnownPosition known,
      Revocations revocations,
      PresenceParts presence,
      long position) {
    this.writer = tools.writer();
    this.known = known;
    this.counters = tools.counters();
    this.revocations = revocations;
    this.clock = tools.clock();
    this.position = position;
    this.ring = new Ring(FeedNumbers.RING_EVENTS, FeedNumbers.RING_BYTES, position);
    this.admissions = new Admissions(this, scopes, ring, audiences, drains, writer, clock);
    this.presences = new Presences(this, audiences, presence, writer, clock);
  }

  /** Of the last event that was given out. */
  long position() {
    return position;
  }

  /** Events after this position need no store. */
  long floor() {
    return ring.floor();
  }

  @Override
  public void run() {
    while (running) {
      try {
        Runnable next = work.take();
        // Small tasks that wait together share their writes; batches of events write their own.
        do {
          attempt(next);
          next = work.poll();
        } while (next != null);
        drains.flush();
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  static void attempt(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException fault) {
      LOG.error("the feed failed at a task and goes on", fault);
    }
  }

  /**
   * Hands over events in the order of the stream; waits when the hub is behind.
   *
   * @param delivered is run when every outbox has them
   */
  void publish(List<FeedEvent> batch, Runnable delivered) throws InterruptedException {
    batches.acquire();
    work.add(
        () -> {
          batches.release();
          batch.forEach(this::deliver);
          drains.flush();
          delivered.run();
        });
  }

  void signal(Signal signal) {
    work.add(() -> deliver(signal));
  }

  void opened(FeedStream stream) {
    work.add(
        () -> {
          open.add(stream);
          counters.opened();
          // It may have been revoked since the request was let in.
          endIfRevoked(stream);
        });
  }

  /** To be called when more tokens are revoked. */
  void revoked() {
    work.add(() -> List.copyOf(open).forEach(this::endIfRevoked));
  }

  private void endIfRevoked(FeedStream stream) {
    if (stream.token().ids().stream().anyMatch(revocations::isRevoked)) {
      end(stream, Ended.TOKEN_REVOKED);
    }
  }

  void admit(Admission admission) {
    work.add(() -> admissions.settle(admission));
  }

  void closed(FeedStream stream) {
    work.add(() -> end(stream, Ended.BY_CLIENT));
  }

  /** To be called once a second. */
  void tick() {
    work.add(this::beat);
  }

  /** Ends every stream and then this. */
  void shutDown() {
    work.add(
        () -> {
          List.copyOf(open).forEach(stream -> end(stream, Ended.SHUTDOWN));
          running = false;
        });
  }

  private void deliver(FeedEvent event) {
    position = event.position();
    ring.add(event);
    attempt(() -> fanOut(event));
    known.advanceTo(event.position());
    admissions.settleWhoWasEarly();
  }

  private void fanOut(FeedEvent event) {
    switch (event.event()) {
      case ServerEvent told -> fanOut(event, told);
      case ChannelEvent told -> fanOut(event, told);
      case MessageEvent told -> send(event, whoMayHear(event, told));
      case MemberInvitationEvent told -> send(event, audiences.streamsOf(told.userId()));
      case ModerationEvent told -> fanOut(event, told);
      case InvitationEvent told -> fanOut(event, told);
      case UserPictureSet told -> send(event, whoMeets(told.userId(), event.servers()));
      default -> {
        // Told to nobody, such as that someone signed up.
      }
    }
  }

  private void fanOut(FeedEvent event, ServerEvent told) {
    Audience audience = audiences.of(told.serverId());
    if (audience != null) {
      audience.on(told);
    }
    Set<FeedStream> members = audiences.members(told.serverId());
    switch (told) {
      case ServerCreated created -> send(event, audiences.streamsOf(created.ownerId()));
      case ServerRenamed _,
          ServerDescribed _,
          ServerTagged _,
          ServerVisibilitySet _,
          ServerPictureSet _,
          ServerBannerSet _,
          OwnershipTransferred _,
          RoleEvent _ ->
          send(event, members);
      case ServerDeleted deleted -> {
        presences.ended(deleted.serverId());
        send(event, members);
        List.copyOf(members).forEach(stream -> audiences.leave(stream, deleted.serverId()));
      }
      case ServerDeletionEvent deletion -> fanOutDeletion(event, deletion, members);
      case ArrivalEvent joined -> {
        presences.joined(joined.userId(), joined.serverId());
        // First, so that the one who joins gets it by catching up and not twice.
        List.copyOf(audiences.streamsOf(joined.userId()))
            .forEach(stream -> admissions.catchUp(stream, event.position()));
        send(event, members);
      }
      case MemberBanned banned when !banned.wasMember() -> sendToBanners(event, audience);
      case DepartureEvent gone -> {
        presences.left(gone.userId(), gone.serverId());
        send(event, members);
        audiences
            .streamsOf(gone.userId())
            .forEach(stream -> audiences.leave(stream, gone.serverId()));
      }
      case MemberUnbanned _ -> sendToBanners(event, audience);
      case TimeoutImposed _, TimeoutLifted _ -> send(event, members);
    }
  }

  /** Of who is not in the server only those hear who may list the bans. */
  private void sendToBanners(FeedEvent event, @Nullable Audience audience) {
    if (audience != null) {
      send(event, audience.whoMay(Permission.BAN_MEMBERS, clock.instant()));
    }
  }

  private void fanOutDeletion(FeedEvent event, ServerDeletionEvent told, Set<FeedStream> members) {
    switch (told) {
      case ServerDeletionScheduled scheduled -> {
        presences.ended(scheduled.serverId());
        send(event, members);
        List.copyOf(members)
            .forEach(stream -> audiences.leaveDeleted(stream, scheduled.serverId()));
      }
      case ServerRestored restored ->
          // Everyone gets it by catching up, for which the server is loaded anew.
          List.copyOf(audiences.membersOfDeleted(restored.serverId()))
              .forEach(stream -> admissions.catchUp(stream, event.position()));
      case ServerDeletionStarted started -> {
        audiences.forgetDeleted(started.serverId());
        send(event, audiences.streamsOf(started.ownerId()));
      }
      case ServerDeletionAdvanced _, ServerDeletionFinished _ ->
          send(event, audiences.streamsOf(told.ownerId()));
    }
  }

  private void fanOut(FeedEvent event, ChannelEvent told) {
    Audience audience = audiences.of(told.serverId());
    if (audience == null) {
      return;
    }
    switch (told) {
      case ChannelCreated _, ChannelRestored _ -> {
        audience.on(told);
        send(event, audience.viewers(told.channelId()));
      }
      case ChannelRenamed _,
          ChannelTopicSet _,
          ChannelSlowModeSet _,
          ChannelPlaced _,
          ChannelMoved _ ->
          send(event, audience.viewers(told.channelId()));
      case ChannelBookEvent _, ChannelDeletionFinished _ -> {
        // Told to nobody.
      }
      case ChannelOverwriteSet _, ChannelOverwriteRemoved _ -> {
        // What is set for a synced channel counts later, with ChannelUnsynced.
        if (audience.isSynced(told.channelId())) {
          audience.on(told);
        } else {
          sendToWhoSawOrSees(event, told, audience);
        }
      }
      case ChannelUnsynced _, ChannelSynced _ -> sendToWhoSawOrSees(event, told, audience);
      case ChannelDeleted _ -> {
        send(event, audience.viewers(told.channelId()));
        audience.on(told);
      }
    }
  }

  /** Who sees the channel no more must hear of it, and gets nothing of the channel after it. */
  private void sendToWhoSawOrSees(FeedEvent event, ChannelEvent told, Audience audience) {
    Set<FeedStream> concerned = new LinkedHashSet<>(audience.viewers(told.channelId()));
    audience.on(told);
    concerned.addAll(audience.viewers(told.channelId()));
    send(event, concerned);
  }

  /** What was said long ago is told anew to those only who may read it. */
  private Collection<FeedStream> whoMayHear(FeedEvent event, MessageEvent told) {
    Instant said = Replay.saidAt(told, event.at());
    Audience audience = audiences.of(told.serverId());
    boolean isHistory = said != null && said.isBefore(event.at().minus(FeedNumbers.HISTORY_AFTER));
    return isHistory && audience != null
        ? audience.readersOfHistory(told.channelId())
        : audiences.viewers(told.serverId(), told.channelId());
  }

  private void fanOut(FeedEvent event, InvitationEvent told) {
    Audience audience = audiences.of(told.serverId());
    UserId maker = InvitationKeepers.makerOf(told);
    if (audience != null && maker != null) {
      send(event, audience.keepersOfInvitation(maker, clock.instant()));
    }
  }

  /** Oneself, and the members of these servers. */
  private Set<FeedStream> whoMeets(UserId user, Set<ServerId> servers) {
    Set<FeedStream> meeting = new LinkedHashSet<>(audiences.streamsOf(user));
    servers.forEach(server -> meeting.addAll(audiences.members(server)));
    return meeting;
  }

  private void fanOut(FeedEvent event, ModerationEvent told) {
    Audience audience = audiences.of(told.serverId());
    if (audience == null) {
      return;
    }
    switch (told) {
      case ReportEvent report -> send(event, audience.judgesOf(report, clock.instant()));
      case SafetyEvent _ -> {
        // Told to nobody: a filter is known by what it refuses.
      }
    }
  }

  private void send(FeedEvent event, Collection<FeedStream> streams) {
    if (streams.isEmpty()) {
      return;
    }
    Frame frame = event.frame(writer);
    List<FeedStream> tooSlow = new ArrayList<>(0);
    for (FeedStream stream : streams) {
      if (!offer(stream, frame)) {
        tooSlow.add(stream);
      }
    }
    tooSlow.forEach(stream -> end(stream, Ended.TOO_SLOW));
  }

  private boolean offer(FeedStream stream, Frame frame) {
    if (!stream.outbox().offer(frame)) {
      return false;
    }
    stream.told(frame.position());
    counters.delivered();
    drains.mark(stream.outbox());
    return true;
  }

  private void deliver(Signal signal) {
    switch (signal) {
      case Signal.Typing typing -> {
        Frame frame = writer.typing(typing);
        for (FeedStream stream :
            List.copyOf(audiences.viewers(typing.serverId(), typing.channelId()))) {
          if (!stream.user().equals(typing.user().id()) && !offer(stream, frame)) {
            end(stream, Ended.TOO_SLOW);
          }
        }
      }
      case Signal.StatusChosen chosen -> presences.chose(chosen);
      case Signal.DeviceTold told -> presences.told(told);
    }
  }

  /** Ends the streams that are too slow for it. */
  void send(Frame frame, Collection<FeedStream> streams) {
    for (FeedStream stream : streams) {
      if (!offer(stream, frame)) {
        end(stream, Ended.TOO_SLOW);
      }
    }
  }

  Presences presences() {
    return presences;
  }

  boolean isOpen(FeedStream stream) {
    return open.contains(stream);
  }

  /** What must not run on the thread that it is called on, but on the hub's. */
  void later(Runnable task) {
    work.add(task);
  }

  void end(FeedStream stream, Ended reason) {
    if (!open.remove(stream)) {
      return;
    }
    audiences.pause(stream);
    admissions.forget(stream);
    presences.closed(stream);
    counters.ended(reason);
    switch (reason) {
      case BY_CLIENT -> stream.outbox().discard();
      case TOO_SLOW -> stream.outbox().cut();
      case TOKEN_REVOKED -> stream.outbox().end("the access token was revoked");
      case TOKEN_EXPIRED -> stream.outbox().end("the access token has ended");
      case REVOCATIONS_UNKNOWN, SCOPE_UNAVAILABLE -> stream.outbox().end("try again");
      case SHUTDOWN -> stream.outbox().end("this node ends");
    }
  }

  private void beat() {
    ticks++;
    if (!revocations.isKnown()) {
      // As every request is refused now.
      List.copyOf(open).forEach(stream -> end(stream, Ended.REVOCATIONS_UNKNOWN));
    }
    Instant now = clock.instant();
    Frame told = writer.position("feed.position", position, now).behindComment();
    List<FeedStream> tooSlow = new ArrayList<>(0);
    List<FeedStream> expired = new ArrayList<>(0);
    long slot = ticks % FeedNumbers.HEARTBEAT_SECONDS;
    for (FeedStream stream : open) {
      if (!now.isBefore(stream.token().expiresAt())) {
        expired.add(stream);
      } else if (Math.floorMod(System.identityHashCode(stream), FeedNumbers.HEARTBEAT_SECONDS)
          == slot) {
        boolean moved = stream.isLive() && stream.toldPosition() < position;
        if (!offer(stream, moved ? told : Frame.COMMENT)) {
          tooSlow.add(stream);
        }
      }
    }
    expired.forEach(stream -> end(stream, Ended.TOKEN_EXPIRED));
    tooSlow.forEach(stream -> end(stream, Ended.TOO_SLOW));
    attempt(presences::tick);
  }
}
