package io.beep.gateway.shared.http;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** What was found out about a request on its way, for the log and for the meters. */
public final class RequestFacts {

  private static final String ROUTE = RequestFacts.class.getName() + ".route";
  private static final String USER = RequestFacts.class.getName() + ".user";

  private RequestFacts() {}

  /**
   * @param route which of the few kinds of address it is for: {@code
   *     /api/channels/{channelId}/messages}, never the address itself, of which there are as many
   *     as there are things
   */
  public static void setRoute(ServerWebExchange exchange, String route) {
    exchange.getAttributes().put(ROUTE, route);
  }

  static String route(ServerWebExchange exchange) {
    return exchange.getAttributeOrDefault(ROUTE, "none");
  }

  /**
   * @param user the id of who asks, if it is known
   */
  static void setUser(ServerWebExchange exchange, @Nullable String user) {
    if (user != null) {
      exchange.getAttributes().put(USER, user);
    }
  }

  /** Null for nobody in particular. */
  static @Nullable String user(ServerWebExchange exchange) {
    return exchange.getAttribute(USER);
  }
}
