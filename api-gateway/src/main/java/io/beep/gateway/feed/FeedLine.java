package io.beep.gateway.feed;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one stream, behind the back of the server that opened it: the server is led to
 * believe that its response has ended, forgets the request and all that it had made for it (about
 * 25 KB), and this handler goes on writing chunks. So a stream that only waits costs little more
 * than its socket.
 *
 * <p>It stands next to the codec, and keeps the end of the response from it.
 */
final class FeedLine extends ChannelDuplexHandler {

  /** Reactor Netty's name for its codec. */
  private static final String CODEC = "reactor.left.httpCodec";

  private static final String NAME = "beep.feed";

  private final Channel channel;
  private final boolean keptAlive;
  private final Runnable onClosed;
  private @Nullable ChannelHandlerContext context;

  /**
   * @param keptAlive whether the server would use the connection again; if not, it would close it
   *     at the end of the response, which then must not seem to have been written
   * @param onClosed runs once, when the connection is gone
   */
  FeedLine(Channel channel, boolean keptAlive, Runnable onClosed) {
    this.channel = channel;
    this.keptAlive = keptAlive;
    this.onClosed = onClosed;
  }

  /**
   * To be called before anything of the response is written.
   *
   * @throws java.util.NoSuchElementException when the connection is gone
   */
  void install() {
    channel.pipeline().addAfter(CODEC, NAME, this);
  }

  EventExecutor loop() {
    return channel.eventLoop();
  }

  ByteBufAllocator alloc() {
    return channel.alloc();
  }

  boolean isWritable() {
    return channel.isWritable();
  }

  /** On the event loop, as all that follows. */
  ChannelFuture write(ByteBuf chunk) {
    return present().write(new DefaultHttpContent(chunk));
  }

  /** Done when all that was written before is. */
  ChannelFuture writeNothing() {
    return present().writeAndFlush(new DefaultHttpContent(Unpooled.EMPTY_BUFFER));
  }

  void flush() {
    present().flush();
  }

  /** Ends the response in order, and the connection with it. */
  void end(ByteBuf lastWords) {
    ChannelHandlerContext line = present();
    line.write(new DefaultHttpContent(lastWords));
    line.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT).addListener(ChannelFutureListener.CLOSE);
  }

  void cut() {
    channel.close();
  }

  private ChannelHandlerContext present() {
    ChannelHandlerContext present = context;
    if (present == null) {
      throw new IllegalStateException("used before it was installed");
    }
    return present;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
  }

  /** When the pipeline of a closed connection is taken apart. */
  @Override
  public void handlerRemoved(ChannelHandlerContext removed) {
    onClosed.run();
  }

  @Override
  public void write(ChannelHandlerContext line, Object message, ChannelPromise promise) {
    if (!(message instanceof LastHttpContent)) {
      line.write(message, promise);
      return;
    }
    ReferenceCountUtil.release(message);
    if (keptAlive) {
      promise.trySuccess();
    }
  }

  /** The end of the request itself; whoever sends more than that is no client of a stream. */
  @Override
  public void channelRead(ChannelHandlerContext line, Object message) throws Exception {
    if (message instanceof LastHttpContent) {
      super.channelRead(line, message);
      return;
    }
    ReferenceCountUtil.release(message);
    line.close();
  }
}
