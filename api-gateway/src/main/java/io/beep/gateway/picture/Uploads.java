package io.beep.gateway.picture;

import io.beep.coreapi.shared.Command;
import io.beep.coreapi.shared.Identifier;
import io.beep.coreapi.shared.picture.ChangedPicture;
import io.beep.coreapi.shared.picture.PictureId;
import io.beep.coreapi.shared.picture.PictureKind;
import io.beep.coreapi.shared.picture.Pictures;
import io.beep.gateway.shared.bus.Bridge;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.limit.Limits;
import io.beep.gateway.shared.problem.Problem;
import io.beep.gateway.shared.problem.Problems;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import reactor.core.publisher.Mono;

/**
 * Takes pictures in: first the bytes are durable, then a command says whose they are. What no
 * command took, or another one took the place of, is removed; only when nobody knows whether a
 * command was carried out does it stay.
 */
final class Uploads {

  /** Eight megabytes over a slow line of telephones. */
  private static final Duration BODY_LIMIT = Duration.ofSeconds(60);

  /** A second for the pixels, three for those before them, and a store that takes its time. */
  private static final Duration KEEP_LIMIT = Duration.ofSeconds(20);

  private final CommandSender commands;
  private final Pictures pictures;
  private final Bridge bridge;
  private final Semaphore inFlight = new Semaphore(Limits.PICTURES_IN_FLIGHT.size());

  Uploads(CommandSender commands, Pictures pictures, Bridge bridge) {
    this.commands = commands;
    this.pictures = pictures;
    this.bridge = bridge;
  }

  /** Gives the target the picture that is the body of the request. */
  Mono<Answer> put(
      PictureKind kind,
      Identifier target,
      ApiRequest request,
      Function<PictureId, Command> command) {
    return Mono.defer(
        () -> {
          requireType(request.exchange().getRequest().getHeaders());
          if (!inFlight.tryAcquire()) {
            return Mono.error(Problems.unavailable("files").exception());
          }
          return body(request)
              .flatMap(bytes -> keep(kind, target, bytes, request, command))
              .doFinally(_ -> inFlight.release());
        });
  }

  private Mono<Answer> keep(
      PictureKind kind,
      Identifier target,
      byte[] bytes,
      ApiRequest request,
      Function<PictureId, Command> command) {
    ApiRequest.Idempotency key = request.idempotency();
    return bridge
        .call(() -> pictures.keep(kind, bytes), KEEP_LIMIT)
        .flatMap(
            id ->
                commands
                    .send(command.apply(id), request, key == null ? null : key.over(bytes))
                    .doOnError(failure -> clearUp(failure, id))
                    .doOnNext(outcome -> clearUp(outcome, id))
                    .map(outcome -> answer(kind, target, outcome)));
  }

  /** Takes it away from the target. */
  Mono<Answer> remove(Identifier target, Command command, ApiRequest request) {
    return commands
        .send(command, request)
        .doOnNext(outcome -> clearUp(outcome, null))
        .map(outcome -> answer(PictureKind.PICTURE, target, outcome));
  }

  private static Answer answer(PictureKind kind, Identifier target, CommandSender.Outcome outcome) {
    PictureId current = outcome.value(ChangedPicture.class).current();
    return Answer.ok(
        new ChangedTo(
            target.value(),
            outcome.position(),
            kind.address(current == null ? null : current.value())));
  }

  /**
   * @param kept by this request, which another one with the same key may have been before
   */
  private void clearUp(CommandSender.Outcome outcome, @Nullable PictureId kept) {
    ChangedPicture changed = outcome.value(ChangedPicture.class);
    if (changed.replaced() != null) {
      pictures.forgetSoon(changed.replaced());
    }
    if (kept != null && !kept.equals(changed.current())) {
      pictures.forgetSoon(kept);
    }
  }

  /** A refusal is certain; of a command that was not answered nobody knows. */
  private void clearUp(Throwable failure, PictureId kept) {
    Problem problem = Problems.of(failure);
    if (problem != null && problem.status() < 500) {
      pictures.forgetSoon(kept);
    }
  }

  private static Mono<byte[]> body(ApiRequest request) {
    if (request.exchange().getRequest().getHeaders().getContentLength() > Pictures.MOST_BYTES) {
      return Mono.error(tooLarge());
    }
    return DataBufferUtils.join(request.exchange().getRequest().getBody(), Pictures.MOST_BYTES)
        .map(Uploads::bytes)
        .defaultIfEmpty(new byte[0])
        .timeout(BODY_LIMIT)
        .onErrorMap(DataBufferLimitException.class, _ -> tooLarge())
        .onErrorMap(
            TimeoutException.class,
            _ -> Problems.refused(408, "The picture did not arrive in time.").exception());
  }

  private static Throwable tooLarge() {
    return Problems.tooLarge("A picture has at most " + Pictures.MOST_BYTES + " bytes.")
        .exception();
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  /** What it really is, its bytes say; this keeps out what is not meant to be one. */
  private static void requireType(HttpHeaders headers) {
    try {
      MediaType type = headers.getContentType();
      if (type != null && type.getType().equals("image")) {
        return;
      }
    } catch (InvalidMediaTypeException | InvalidMimeTypeException malformed) {
      throw Problems.noPicture().exception();
    }
    throw Problems.noPicture().exception();
  }
}
