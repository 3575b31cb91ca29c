package io.beep.gateway.audit;

import io.beep.coreapi.audit.AuditLogPage;
import io.beep.coreapi.audit.ListAuditLog;
import io.beep.coreapi.audit.ListAuditLog.Filter;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.json.Json;
import io.beep.gateway.shared.limit.Limits;
import io.beep.gateway.shared.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes page after page, each asked for when the client has taken the one before it, so that a
 * node holds two of them at most however long the log is. The permission counts anew for each page.
 * What speaks against it is answered as a problem as long as nothing is written; later the
 * connection breaks off, so that nobody takes a part for the whole.
 */
final class ExportAuditLogEndpoint implements Endpoint {

  /** A slow line takes a million acts in that time; a client that stopped reading must end. */
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private static final Operation OPERATION =
      AuditEndpoints.filtered(
              Operation.reading(
                  "/api/servers/{serverId}/audit-log/export",
                  "Download what was done to a server, newest first",
                  String.class))
          .producing(MediaType.APPLICATION_NDJSON)
          .within(Limits.EXPORTS)
          .with("format", "string", "ndjson, or csv for spreadsheets; usually ndjson.");

  private final QueryAsker queries;
  private final Json json;

  ExportAuditLogEndpoint(QueryAsker queries, Json json) {
    this.queries = queries;
    this.json = json;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    Filter filter = AuditEndpoints.filterOf(request);
    ExportFormat format =
        ExportFormat.named(Objects.requireNonNullElse(request.query("format"), "ndjson"));
    if (format == null) {
      throw Problems.invalid("format", "field.invalid", "This must be ndjson or csv.").exception();
    }
    return page(server, filter, null, request)
        .map(
            first ->
                Answer.written(
                    exchange ->
                        write(
                            exchange.getResponse(),
                            format,
                            first,
                            older -> page(server, filter, older, request))));
  }

  private Mono<AuditLogPage> page(
      ServerId server, Filter filter, @Nullable Long before, ApiRequest request) {
    return queries.ask(
        new ListAuditLog(server, request.user(), filter, before, null, ListAuditLog.MOST),
        AuditLogPage.class,
        request);
  }

  /** Asks for the page before a position. */
  @FunctionalInterface
  private interface Older {
    Mono<AuditLogPage> than(Long position);
  }

  private Mono<Void> write(
      ServerHttpResponse response, ExportFormat format, AuditLogPage first, Older pages) {
    response.setStatusCode(HttpStatus.OK);
    response.getHeaders().setContentType(format.type());
    response.getHeaders().setCacheControl("no-store");
    response
        .getHeaders()
        .setContentDisposition(
            ContentDisposition.attachment().filename("audit-log." + format.wireName()).build());
    Flux<DataBuffer> lines =
        Flux.just(first)
            .expand(page -> page.older() == null ? Mono.empty() : pages.than(page.older()))
            .map(page -> lines(page, format))
            .startWith(format.head())
            .filter(text -> !text.isEmpty())
            .map(text -> response.bufferFactory().wrap(text.getBytes(StandardCharsets.UTF_8)));
    return response.writeAndFlushWith(lines.map(Mono::just)).timeout(LIMIT);
  }

  private String lines(AuditLogPage page, ExportFormat format) {
    return page.items().stream()
        .map(entry -> format.line(entry, json))
        .collect(Collectors.joining());
  }
}
