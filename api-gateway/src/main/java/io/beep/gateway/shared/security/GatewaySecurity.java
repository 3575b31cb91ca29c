package io.beep.gateway.shared.security;

import io.beep.gateway.shared.http.ProblemWriter;
import io.beep.gateway.shared.problem.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Reads the bearer token of requests under {@code /api}. Whether one is needed is said by each
 * {@link io.beep.gateway.shared.http.Operation}, and nothing passes the dispatcher without; a token
 * that is there but does not count is refused here, on open addresses too.
 */
public final class GatewaySecurity {

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

  private static Mono<Void> refuse(
      ServerWebExchange exchange, AuthenticationException failure, ProblemWriter problems) {
    if (failure instanceof AuthenticationServiceException) {
      return problems.write(exchange, Problems.unavailable("identity"));
    }
    boolean given = exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
    return problems.write(exchange, Problems.unauthorized(given));
  }
}
