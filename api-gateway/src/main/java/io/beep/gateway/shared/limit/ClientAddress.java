package io.beep.gateway.shared.limit;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * From where a request comes: the peer of the connection, or, when that is one of the proxies that
 * the operator named, the address that this proxy added last to {@code X-Forwarded-For}. Whatever
 * else stands in that header anyone may have written.
 */
public final class ClientAddress {

  private static final String FORWARDED_FOR = "X-Forwarded-For";

  private final Set<String> trustedProxies;

  /**
   * @param trustedProxies addresses separated by commas; empty for none
   */
  public ClientAddress(String trustedProxies) {
    this.trustedProxies =
        Arrays.stream(trustedProxies.split(","))
            .map(String::strip)
            .filter(address -> !address.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  public String of(ServerHttpRequest request) {
    InetSocketAddress peer = request.getRemoteAddress();
    String address =
        peer == null || peer.getAddress() == null ? "unknown" : peer.getAddress().getHostAddress();
    if (trustedProxies.contains(address)) {
      List<String> given = request.getHeaders().getOrEmpty(FORWARDED_FOR);
      if (!given.isEmpty()) {
        String last = given.getLast();
        return last.substring(last.lastIndexOf(',') + 1).strip();
      }
    }
    return address;
  }
}
