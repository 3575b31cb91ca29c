package io.beep.gateway.shared.http;

import io.beep.coreapi.shared.IdGenerator;
import io.beep.gateway.shared.json.Json;
import io.beep.gateway.shared.problem.Problem;
import io.beep.gateway.shared.problem.ProblemBody;
import io.beep.gateway.shared.problem.Problems;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.springframework.http.MediaType;
import reactor.netty.NettyPipeline;

/**
 * What is no HTTP, such as an address with a broken escape or a head without end, is refused
 * beneath all filters, with a status and nothing more. This says the rest.
 */
@ChannelHandler.Sharable
public final class BareRefusals extends ChannelOutboundHandlerAdapter {

  private static final int FIRST_REFUSAL = HttpResponseStatus.BAD_REQUEST.code();

  private final Json json;
  private final IdGenerator ids;
  private final SecurityHeaders headers;

  public BareRefusals(Json json, IdGenerator ids, SecurityHeaders headers) {
    this.json = json;
    this.ids = ids;
    this.headers = headers;
  }

  public void addTo(Channel channel) {
    channel.pipeline().addAfter(NettyPipeline.HttpCodec, BareRefusals.class.getName(), this);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof FullHttpResponse response && isBare(response)) {
      context.write(withBody(response), promise);
      response.release();
    } else {
      context.write(message, promise);
    }
  }

  /** What we answer ourselves has a type, also without a body. */
  private static boolean isBare(FullHttpResponse response) {
    return response.status().code() >= FIRST_REFUSAL
        && !response.content().isReadable()
        && !response.headers().contains(HttpHeaderNames.CONTENT_TYPE);
  }

  private FullHttpResponse withBody(FullHttpResponse bare) {
    int status = bare.status().code();
    byte[] body = json.write(ProblemBody.of(problem(status), "/", ids.next().toString()));
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            bare.protocolVersion(), bare.status(), Unpooled.wrappedBuffer(body));
    response.headers().set(bare.headers());
    headers.forEach(response.headers()::set);
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
        .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length);
    return response;
  }

  private static Problem problem(int status) {
    return switch (status) {
      case 413 -> Problems.tooLarge("The request is too large.");
      case 414 -> Problems.refused(status, "The address of the request is too long.");
      case 431 -> Problems.refused(status, "The head of the request is too large.");
      default -> Problems.refused(status, "The request is not well-formed.");
    };
  }
}
