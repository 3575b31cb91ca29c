package io.beep.loadtest;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages, one after the other, on one connection that is kept. What a broken connection
 * leaves open is sent again with the same {@code Idempotency-Key}, as the web app does; so Beep
 * must neither lose nor double it. All state belongs to its event loop.
 */
final class Sender {

  private static final int LARGEST_ANSWER = 64 * 1024;
  private static final int ANSWER_LIMIT_SECONDS = 30;
  private static final int MOST_ATTEMPTS = 8;
  private static final long PAUSE_MILLIS = 200;

  private final Transport transport;
  private final EventLoop loop;
  private final Account account;
  private final Measurement measurement;
  private final Schedule schedule;
  private final Post post;
  private final BitSet acknowledged = new BitSet();
  private final CompletableFuture<Void> finished = new CompletableFuture<>();
  private volatile boolean abandoned;
  private volatile long acknowledgedCount;
  private @Nullable Channel channel;
  private long count;
  private boolean waiting;
  private long number;
  private long due;
  private int attempts;

  /**
   * What is sent.
   *
   * @param first number of its messages; the next is {@code step} later
   */
  record Post(String run, String path, int size, int first, int step) {}

  Sender(
      Transport transport, Account account, Measurement measurement, Schedule schedule, Post post) {
    this.transport = transport;
    this.loop = transport.senderLoop();
    this.account = account;
    this.measurement = measurement;
    this.schedule = schedule;
    this.post = post;
    this.number = post.first();
  }

  /** Completes when all that was due is answered. */
  CompletableFuture<Void> start() {
    loop.execute(() -> next(measurement.now()));
    return finished;
  }

  /** Stops at once; what was due and not sent counts as that. */
  void abandon() {
    loop.execute(
        () -> {
          abandoned = true;
          if (!finished.isDone()) {
            countUnsent();
            finished.complete(null);
          }
          if (channel != null) {
            channel.close();
          }
        });
  }

  /** Adds the numbers that Beep acknowledged; only after the event loops have stopped. */
  void addAcknowledgedTo(BitSet all) {
    acknowledged.stream().forEach(index -> all.set(post.first() + index * post.step()));
  }

  /** May be read from any thread. */
  long acknowledgedCount() {
    return acknowledgedCount;
  }

  private void next(long freeAt) {
    due = schedule.dueNanos(number, freeAt);
    attempts = 0;
    if (abandoned) {
      return;
    }
    if (due >= measurement.untilNanos()) {
      finished.complete(null);
      if (channel != null) {
        channel.close();
      }
      return;
    }
    loop.schedule(this::send, due - measurement.now(), TimeUnit.NANOSECONDS);
  }

  private void send() {
    if (abandoned) {
      return;
    }
    if (channel == null || !channel.isActive()) {
      connect();
      return;
    }
    waiting = true;
    channel.writeAndFlush(request(channel));
  }

  private void connect() {
    ChannelFuture connecting = transport.connect(loop, this::handlers);
    connecting.addListener(
        done -> {
          if (done.isSuccess()) {
            channel = connecting.channel();
            send();
          } else {
            failed("connect");
          }
        });
  }

  private void handlers(SocketChannel socket) {
    socket
        .pipeline()
        .addLast(new IdleStateHandler(ANSWER_LIMIT_SECONDS, 0, 0))
        .addLast(new HttpClientCodec())
        .addLast(new HttpObjectAggregator(LARGEST_ANSWER))
        .addLast(new Handler());
  }

  private FullHttpRequest request(Channel to) {
    // Nothing in the text needs an escape, see Stamp.
    String json =
        "{\"content\":\"" + new Stamp(number, due).content(post.run(), post.size()) + "\"}";
    ByteBuf body = to.alloc().buffer(json.length());
    body.writeCharSequence(json, StandardCharsets.UTF_8);
    FullHttpRequest request =
        new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, post.path(), body);
    request
        .headers()
        .set(HttpHeaderNames.HOST, transport.authority())
        .set(HttpHeaderNames.AUTHORIZATION, "Bearer " + account.token())
        .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
        .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
        .set("Idempotency-Key", post.run() + "-" + number);
    return request;
  }

  private void onAnswer(int status) {
    waiting = false;
    if (status == 201 || status == 200) {
      acknowledged.set(Math.toIntExact(number / post.step()));
      acknowledgedCount = ++count;
      measurement.onAcknowledged(due);
      number += post.step();
      next(measurement.now());
      return;
    }
    measurement.errors.add("send." + status);
    number += post.step();
    // Refused at once: without a pause, a sender without a rate would do nothing but be refused.
    loop.schedule(() -> next(measurement.now()), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void failed(String kind) {
    waiting = false;
    channel = null;
    if (abandoned || finished.isDone()) {
      return;
    }
    measurement.errors.add("send." + kind);
    if (++attempts >= MOST_ATTEMPTS) {
      measurement.onNeverSent(due);
      number += post.step();
      next(measurement.now());
      return;
    }
    loop.schedule(this::send, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void countUnsent() {
    while (due < Math.min(measurement.untilNanos(), measurement.now())) {
      measurement.onNeverSent(due);
      number += post.step();
      due = schedule.dueNanos(number, Long.MAX_VALUE);
    }
  }

  /** Of one connection. */
  private final class Handler extends SimpleChannelInboundHandler<FullHttpResponse> {

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
      if (!HttpUtil.isKeepAlive(response)) {
        context.close();
        channel = null;
      }
      onAnswer(response.status().code());
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (event instanceof IdleStateEvent && waiting) {
        measurement.errors.add("send.timeout");
        context.close();
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      if (context.channel() == channel) {
        channel = null;
        if (waiting) {
          failed("cut");
        }
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      measurement.errors.add("send." + cause.getClass().getSimpleName());
      context.close();
    }
  }
}
