package io.beep.loadtest;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Connections to Beep, on few threads: ten thousand streams must cost the machine next to nothing.
 */
final class Transport implements AutoCloseable {

  /** Streams get two, so that reading much does not wait for one core. */
  private static final int FEED_LOOPS = 2;

  private static final int CONNECT_LIMIT_MILLIS = 10_000;
  private static final long STOP_SECONDS = 10;

  private final EventLoopGroup feeds;
  private final EventLoopGroup senders;
  private final Class<? extends Channel> channelType;
  private final String host;
  private final int port;
  private final String authority;
  private final @Nullable SslContext tls;

  Transport(URI url) {
    boolean epoll = Epoll.isAvailable();
    IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    feeds = new MultiThreadIoEventLoopGroup(FEED_LOOPS, io);
    // Not those of the streams: a message that is due must not wait until frames were read.
    senders = new MultiThreadIoEventLoopGroup(1, io);
    channelType = epoll ? EpollSocketChannel.class : NioSocketChannel.class;
    boolean secure = "https".equals(url.getScheme());
    host = url.getHost();
    port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
    authority = url.getRawAuthority();
    tls = secure ? tls() : null;
  }

  /** The value of the {@code Host} header. */
  String authority() {
    return authority;
  }

  EventLoop feedLoop() {
    return feeds.next();
  }

  EventLoop senderLoop() {
    return senders.next();
  }

  /**
   * @param handlers adds what is above TLS to the pipeline
   */
  ChannelFuture connect(EventLoop loop, Consumer<SocketChannel> handlers) {
    return new Bootstrap()
        .group(loop)
        .channel(channelType)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_LIMIT_MILLIS)
        .handler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                if (tls != null) {
                  channel.pipeline().addLast(tls.newHandler(channel.alloc(), host, port));
                }
                handlers.accept(channel);
              }
            })
        .connect(host, port);
  }

  private static SslContext tls() {
    try {
      return SslContextBuilder.forClient().endpointIdentificationAlgorithm("HTTPS").build();
    } catch (SSLException impossible) {
      throw new BenchException("this JDK offers no TLS", impossible);
    }
  }

  /** Ends all connections; what their threads wrote can be read afterwards. */
  @Override
  public void close() {
    senders.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    feeds.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
