package io.beep.gateway.feed;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one client, bounded in frames and in bytes. The hub puts in, the event
 * loop of the connection takes out: all that waits goes into one buffer and one write, straight to
 * the connection, since a reactive operator per frame would cost more than the frame.
 */
final class Outbox {

  private final FeedLine line;
  private final Deque<Frame> waiting = new ArrayDeque<>(4);

  /** Frames of a replay. They may be many, and do not count: the client asked for them. */
  private final Deque<Frame> replayed = new ArrayDeque<>(0);

  private long waitingBytes;
  private boolean closed;

  /** Used by the event loop alone. */
  private @Nullable ChannelFuture lastWrite;

  private boolean awaitingWrite;

  /** Used by the hub alone. */
  private boolean marked;

  Outbox(FeedLine line) {
    this.line = line;
  }

  EventExecutor loop() {
    return line.loop();
  }

  /** Whether it was not marked before. */
  boolean mark() {
    boolean first = !marked;
    marked = true;
    return first;
  }

  void unmark() {
    marked = false;
  }

  /**
   * @return false when the client is too far behind
   */
  synchronized boolean offer(Frame frame) {
    if (closed) {
      return true;
    }
    if (waiting.size() >= FeedNumbers.OUTBOX_FRAMES
        || waitingBytes + frame.size() > FeedNumbers.OUTBOX_BYTES) {
      return false;
    }
    waiting.add(frame);
    waitingBytes += frame.size();
    return true;
  }

  /** Only while nothing waits: what is replayed comes before what is live. */
  synchronized void replay(Collection<Frame> frames) {
    if (closed) {
      return;
    }
    // A stream that catches up again has live frames of before in here, which are older still.
    replayed.addAll(waiting);
    waiting.clear();
    waitingBytes = 0;
    replayed.addAll(frames);
  }

  /** Writes what waits as far as the client takes it. On the event loop. */
  void drain() {
    if (awaitingWrite) {
      return;
    }
    boolean wrote = false;
    while (line.isWritable()) {
      ByteBuf chunk = take();
      if (chunk == null) {
        break;
      }
      lastWrite = line.write(chunk);
      wrote = true;
    }
    if (wrote) {
      line.flush();
    }
    if (!isEmpty()) {
      awaitWrite();
    }
  }

  private void awaitWrite() {
    ChannelFuture pending = lastWrite;
    if (pending == null || pending.isDone()) {
      // Somebody else's bytes fill the channel; an empty write ends when they are gone.
      pending = line.writeNothing();
    }
    awaitingWrite = true;
    pending.addListener(
        written -> {
          awaitingWrite = false;
          if (written.isSuccess()) {
            drain();
          }
        });
  }

  /** Ends the stream in order, with a last word to who reads along. */
  void end(String reason) {
    if (shut()) {
      loop().execute(() -> line.end(Unpooled.wrappedBuffer(Frame.comment(reason).bytes())));
    }
  }

  /** Cuts the connection of one who does not read; whatever we wrote would only wait too. */
  void cut() {
    if (shut()) {
      line.cut();
    }
  }

  /** The connection is gone. */
  void discard() {
    shut();
  }

  private synchronized boolean shut() {
    boolean first = !closed;
    closed = true;
    waiting.clear();
    replayed.clear();
    return first;
  }

  private synchronized boolean isEmpty() {
    return waiting.isEmpty() && replayed.isEmpty();
  }

  private synchronized @Nullable ByteBuf take() {
    int size = measure(replayed, 0);
    if (size < FeedNumbers.WRITE_BYTES) {
      size = measure(waiting, size);
    }
    if (size == 0) {
      return null;
    }
    ByteBuf buffer = line.alloc().buffer(size);
    while (buffer.readableBytes() < size) {
      Frame frame = replayed.poll();
      if (frame == null) {
        frame = waiting.remove();
        waitingBytes -= frame.size();
      }
      buffer.writeBytes(frame.bytes());
    }
    return buffer;
  }

  /** Bytes of whole frames that go into one write; at least one frame of the two queues does. */
  private static int measure(Deque<Frame> queue, int size) {
    int sum = size;
    for (Frame frame : queue) {
      sum += frame.size();
      if (sum >= FeedNumbers.WRITE_BYTES) {
        break;
      }
    }
    return sum;
  }
}
