package io.beep.gateway.shared.http;

import org.springframework.web.server.ServerWebExchange;

/**
 * Which of the few kinds of address a request is for: {@code /api/channels/{channelId}/messages},
 * never the address itself, of which there are as many as there are things.
 */
public final class Routes {

  private static final String ATTRIBUTE = Routes.class.getName();

  private Routes() {}

  public static void set(ServerWebExchange exchange, String route) {
    exchange.getAttributes().put(ATTRIBUTE, route);
  }

  static String of(ServerWebExchange exchange) {
    return exchange.getAttributeOrDefault(ATTRIBUTE, "none");
  }
}
