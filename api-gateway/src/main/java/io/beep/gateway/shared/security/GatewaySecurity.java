package io.beep.gateway.shared.security;

import io.beep.gateway.shared.http.ProblemWriter;
import io.beep.gateway.shared.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Reads the bearer token of requests under {@code /api}. Whether one is needed is said by each
 * {@link io.beep.gateway.shared.http.Operation}, and nothing passes the dispatcher without; a token
 * that is there but does not count is refused here, on open addresses too.
 */
public final class GatewaySecurity {

  /** The last of ASCII. */
  private static final int DELETE = 0x7f;

  private GatewaySecurity() {}

  public static SecurityWebFilterChain chain(
      ServerHttpSecurity http, ReactiveJwtDecoder decoder, ProblemWriter problems) {
    return http.securityMatcher(new PathPatternParserServerWebExchangeMatcher("/api/**"))
        .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
        .oauth2ResourceServer(
            server ->
                server
                    .bearerTokenConverter(new BearerTokens())
                    .authenticationEntryPoint(
                        (exchange, failure) -> refuse(exchange, failure, problems))
                    .jwt(jwt -> jwt.jwtDecoder(decoder)))
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        // Our own filter sets the headers, on what other parts answer as well.
        .headers(ServerHttpSecurity.HeaderSpec::disable)
        .csrf(ServerHttpSecurity.CsrfSpec::disable)
        .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
        .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
        .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
        .logout(ServerHttpSecurity.LogoutSpec::disable)
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(
                        (exchange, failure) -> refuse(exchange, failure, problems))
                    .accessDeniedHandler(
                        (exchange, _) -> problems.write(exchange, Problems.forbidden())))
        .build();
  }

  /**
   * The framework's strict one. What may stand in a header is said without the regular expressions
   * that it would match with each header of each request, character by character.
   */
  public static ServerWebExchangeFirewall firewall() {
    StrictServerWebExchangeFirewall firewall = new StrictServerWebExchangeFirewall();
    firewall.setAllowedHeaderNames(name -> name.codePoints().allMatch(GatewaySecurity::isText));
    firewall.setAllowedHeaderValues(GatewaySecurity::isHeaderValue);
    return firewall;
  }

  /**
   * Asked of a header that is not there, too. What is beyond ASCII stands for the bytes of some
   * encoding, a character for each (obs-text of RFC 9110), so that whether it is a control
   * character is known to who decodes it alone.
   */
  private static boolean isHeaderValue(@Nullable String value) {
    return value == null || value.chars().allMatch(c -> c == '\t' || c >= ' ' && c != DELETE);
  }

  private static boolean isText(int point) {
    return point >= ' ' && point < DELETE
        || point > DELETE && Character.isDefined(point) && !Character.isISOControl(point);
  }

  private static Mono<Void> refuse(
      ServerWebExchange exchange, AuthenticationException failure, ProblemWriter problems) {
    if (failure instanceof AuthenticationServiceException) {
      return problems.write(exchange, Problems.unavailable("identity"));
    }
    boolean given = exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
    return problems.write(exchange, Problems.unauthorized(given));
  }
}
