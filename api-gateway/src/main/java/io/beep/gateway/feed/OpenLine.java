package io.beep.gateway.feed;

import io.beep.coreapi.shared.UserId;
import io.netty.channel.Channel;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * A stream from the request that opens it to the end of its connection. Whatever happens between
 * the two, the hub learns of the end after it has learned of the opening, and the place that the
 * stream took is given back once.
 */
final class OpenLine {

  private final FeedHub hub;
  private final Runnable giveBack;
  private final FeedStream stream;
  private final FeedLine line;
  private volatile boolean closed;

  /**
   * @param device null when the client does not name it
   * @param giveBack called at once when the connection is gone already
   */
  OpenLine(
      ServerWebExchange exchange,
      StreamToken token,
      UserId user,
      @Nullable UUID device,
      FeedHub hub,
      Runnable giveBack) {
    this.hub = hub;
    this.giveBack = giveBack;
    HttpServerRequest request = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
    line = new FeedLine(channel(exchange), request.isKeepAlive(), this::onClosed);
    stream = new FeedStream(user, device, token, new Outbox(line));
    try {
      line.install();
    } catch (RuntimeException gone) {
      giveBack.run();
      throw gone;
    }
  }

  /** Once the head of the response is written. */
  void admit(Function<FeedStream, Admission> admission) {
    hub.opened(stream);
    hub.admit(admission.apply(stream));
    if (closed) {
      hub.closed(stream);
    }
  }

  void cut() {
    line.cut();
  }

  private void onClosed() {
    closed = true;
    giveBack.run();
    hub.closed(stream);
  }

  private static Channel channel(ServerWebExchange exchange) {
    HttpServerResponse server =
        ServerHttpResponseDecorator.getNativeResponse(exchange.getResponse());
    AtomicReference<@Nullable Channel> channel = new AtomicReference<>();
    server.withConnection(connection -> channel.set(connection.channel()));
    Channel found = channel.get();
    if (found == null) {
      throw new IllegalStateException("a response without a connection");
    }
    return found;
  }
}
