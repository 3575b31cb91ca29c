package io.beep.gateway.shared.http;

import org.springframework.web.server.ServerWebExchange;

/** The id by which logs, events and the client know a request. */
public final class RequestIds {

  public static final String HEADER = "X-Request-Id";

  private static final String ATTRIBUTE = RequestIds.class.getName();

  private RequestIds() {}

  public static String of(ServerWebExchange exchange) {
    return exchange.getAttributeOrDefault(ATTRIBUTE, "none");
  }

  static void set(ServerWebExchange exchange, String id) {
    exchange.getAttributes().put(ATTRIBUTE, id);
  }
}
