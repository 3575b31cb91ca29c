package io.beep.loadtest;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.ReadTimeoutException;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A member's stream of the feed. When it is cut it comes back with {@code Last-Event-ID}, as a
 * browser does, and its ledger goes on. All state belongs to its event loop.
 */
final class FeedStream {

  /** The feed says something at least every 15 s; thrice that is silence. */
  private static final int SILENCE_SECONDS = 45;

  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private final Transport transport;
  private final EventLoop loop;
  private final Account account;
  private final Measurement measurement;
  private final ListenerLedger ledger;
  private final byte[] mark;
  private final CompletableFuture<Void> opened = new CompletableFuture<>();
  private volatile boolean probed;
  private volatile boolean closing;
  private @Nullable Channel channel;
  private @Nullable String lastEventId;
  private long pauseMillis = FIRST_PAUSE_MILLIS;

  FeedStream(
      Transport transport,
      Account account,
      Measurement measurement,
      ListenerLedger ledger,
      byte[] mark) {
    this.transport = transport;
    this.loop = transport.feedLoop();
    this.account = account;
    this.measurement = measurement;
    this.ledger = ledger;
    this.mark = mark;
  }

  /** Completes when Beep has first answered 200; fails when it refuses for good. */
  CompletableFuture<Void> open() {
    loop.execute(this::connect);
    return opened;
  }

  /** Whether a probe came through. */
  boolean isProbed() {
    return probed;
  }

  ListenerLedger ledger() {
    return ledger;
  }

  void close() {
    closing = true;
    loop.execute(
        () -> {
          if (channel != null) {
            channel.close();
          }
        });
  }

  private void connect() {
    if (closing) {
      return;
    }
    ChannelFuture connecting = transport.connect(loop, this::handlers);
    channel = connecting.channel();
    connecting.addListener(
        done -> {
          if (!done.isSuccess()) {
            measurement.errors.add("feed.connect");
            again();
          }
        });
  }

  private void handlers(SocketChannel socket) {
    socket
        .pipeline()
        .addLast(new ReadTimeoutHandler(SILENCE_SECONDS))
        .addLast(new HttpClientCodec())
        .addLast(new Handler());
  }

  private HttpRequest request() {
    HttpRequest request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1, HttpMethod.GET, "/api/feed", Unpooled.EMPTY_BUFFER);
    request
        .headers()
        .set(HttpHeaderNames.HOST, transport.authority())
        .set(HttpHeaderNames.ACCEPT, "text/event-stream")
        .set(HttpHeaderNames.AUTHORIZATION, "Bearer " + account.token());
    if (lastEventId != null) {
      request.headers().set("Last-Event-ID", lastEventId);
    }
    return request;
  }

  private void again() {
    if (!closing) {
      loop.schedule(this::connect, pauseMillis, TimeUnit.MILLISECONDS);
      pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
    }
  }

  private void onStatus(int status) {
    if (status == 200) {
      pauseMillis = FIRST_PAUSE_MILLIS;
      opened.complete(null);
      return;
    }
    measurement.errors.add("feed." + status);
    if (status < 500 && !opened.isDone()) {
      closing = true;
      opened.completeExceptionally(
          new BenchException(
              status == 429
                  ? "the feed was refused by a rate limit. Start Beep with: ./beep run --limits off"
                  : "the feed answered " + status));
    }
  }

  private void onFrame(@Nullable String id, String event, byte[] data, int length) {
    if (id != null) {
      lastEventId = id;
    }
    if (event.equals("feed.reset")) {
      measurement.errors.add("feed.reset");
    }
    if (!event.equals("message.sent")) {
      return;
    }
    Stamp stamp = Stamp.find(mark, data, length);
    if (stamp == null) {
      return;
    }
    if (stamp.isProbe()) {
      probed = true;
    } else if (ledger.enter(stamp.number(), position(id))) {
      measurement.onDelivered(stamp.dueNanos());
    }
  }

  private static long position(@Nullable String id) {
    if (id == null) {
      throw new IllegalStateException("a message.sent without a position");
    }
    return Long.parseLong(id);
  }

  /** Of one connection. */
  private final class Handler extends SimpleChannelInboundHandler<HttpObject> {

    private final SseParser parser = new SseParser(FeedStream.this::onFrame);
    private boolean isStream;

    @Override
    public void channelActive(ChannelHandlerContext context) {
      context.writeAndFlush(request());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
      if (part instanceof HttpResponse response) {
        isStream = response.status().code() == 200;
        onStatus(response.status().code());
      }
      if (part instanceof HttpContent content && isStream) {
        parser.read(content.content());
      }
      if (part instanceof LastHttpContent) {
        context.close();
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      if (!closing && isStream) {
        measurement.errors.add("feed.cut");
      }
      again();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      measurement.errors.add(
          cause instanceof ReadTimeoutException
              ? "feed.silent"
              : "feed." + cause.getClass().getSimpleName());
      context.close();
    }
  }
}
