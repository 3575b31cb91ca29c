package io.beep.gateway.picture;

import io.beep.coreapi.shared.picture.KeptPicture;
import io.beep.coreapi.shared.picture.PictureId;
import io.beep.coreapi.shared.picture.PictureKind;
import io.beep.coreapi.shared.picture.Pictures;
import io.beep.gateway.shared.bus.Bridge;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.limit.Limits;
import io.beep.gateway.shared.problem.Problems;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * One size of a picture, for whoever knows its address: a browser shows no token when it loads an
 * image. What is at an address never changes, so that it is asked for once.
 */
final class GetPictureEndpoint implements Endpoint {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  /** Opened by itself it runs nothing and loads nothing. */
  private static final String POLICY = "default-src 'none'; sandbox";

  private static final Operation OPERATION =
      Operation.reading("/api/pictures/{id}/{size}", "See a picture", String.class)
          .producing(MediaType.parseMediaType("image/*"))
          .openToAll()
          .within(Limits.PICTURE_LOOKS);

  private final Pictures pictures;
  private final Bridge bridge;

  GetPictureEndpoint(Pictures pictures, Bridge bridge) {
    this.pictures = pictures;
    this.bridge = bridge;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    PictureId id = id(request.variable("id"));
    int width = width(request.variable("size"));
    String etag = '"' + id.value() + "-" + width + '"';
    if (request.exchange().getRequest().getHeaders().getIfNoneMatch().contains(etag)) {
      return Mono.just(Answer.written(exchange -> notModified(exchange.getResponse(), etag)));
    }
    return bridge
        .call(() -> pictures.find(id, width), LIMIT)
        .flatMap(Mono::justOrEmpty)
        .switchIfEmpty(Mono.error(() -> Problems.notFound("picture").exception()))
        .map(picture -> Answer.written(exchange -> write(exchange, picture, etag)));
  }

  private static PictureId id(String text) {
    try {
      return PictureId.of(text);
    } catch (IllegalArgumentException none) {
      throw Problems.notFound("picture").exception();
    }
  }

  private static int width(String text) {
    return Stream.of(PictureKind.values())
        .flatMap(kind -> kind.widths().stream())
        .filter(width -> Integer.toString(width).equals(text))
        .findAny()
        .orElseThrow(() -> Problems.notFound("picture").exception());
  }

  private static Mono<Void> notModified(ServerHttpResponse response, String etag) {
    response.setStatusCode(HttpStatus.NOT_MODIFIED);
    cached(response.getHeaders(), etag);
    return response.setComplete();
  }

  private static void cached(HttpHeaders headers, String etag) {
    headers.setCacheControl(FOR_EVER);
    headers.setETag(etag);
  }

  private static Mono<Void> write(ServerWebExchange exchange, KeptPicture picture, String etag) {
    ServerHttpResponse response = exchange.getResponse();
    HttpHeaders headers = response.getHeaders();
    response.setStatusCode(HttpStatus.OK);
    cached(headers, etag);
    MediaType type = MediaType.parseMediaType(picture.type());
    headers.setContentType(type);
    headers.setContentDisposition(
        ContentDisposition.inline().filename("picture." + type.getSubtype()).build());
    headers.set("Content-Security-Policy", POLICY);
    headers.setContentLength(picture.bytes().length);
    return exchange.getRequest().getMethod().equals(HttpMethod.HEAD)
        ? response.setComplete()
        : response.writeWith(Mono.just(response.bufferFactory().wrap(picture.bytes())));
  }
}
