package io.beep.identity.session;

import io.beep.coreapi.shared.IdGenerator;
import io.beep.identity.shared.Audit;
import io.beep.identity.shared.BrowserSecurity;
import io.beep.identity.shared.Credentials;
import io.beep.identity.shared.IdentityDatabase;
import io.beep.identity.shared.IdentitySettings;
import io.beep.identity.shared.Revoking;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Signing in and out, and their beans. */
@Configuration(proxyBeanMethods = false)
public class SessionConfiguration {

  /**
   * The gateway sends one like it with everything; this one holds if something else is in front.
   */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final int FIRST = 0;

  @Bean
  Sessions sessions(IdentityDatabase database, Revoking revoking, IdGenerator ids, Clock clock) {
    return new Sessions(database, revoking, ids, clock);
  }

  @Bean
  SessionCookie sessionCookie(IdentitySettings settings) {
    return new SessionCookie(settings);
  }

  @Bean
  CsrfTokenRepository csrfTokens(IdentitySettings settings) {
    CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName(settings.cookieName("beep-csrf"));
    tokens.setHeaderName("X-CSRF-TOKEN");
    tokens.setCookiePath("/");
    tokens.setCookieCustomizer(
        cookie -> cookie.httpOnly(true).secure(settings.secure()).sameSite("Lax"));
    return tokens;
  }

  @Bean
  SigningOut signingOut(
      Sessions sessions, SessionCookie cookie, CsrfTokenRepository csrfTokens, Audit audit) {
    return new SigningOut(sessions, cookie, csrfTokens, audit);
  }

  @Bean
  SignInRecord signInRecord(Audit audit, MeterRegistry meters) {
    return new SignInRecord(audit, meters);
  }

  @Bean
  Pages pages() {
    return new Pages();
  }

  @Bean
  BrowserSecurity browserSecurity(
      Sessions sessions, SessionCookie cookie, CsrfTokenRepository csrfTokens, Pages pages) {
    Refusals refusals = new Refusals(pages);
    return http ->
        http.csrf(csrf -> csrf.csrfTokenRepository(csrfTokens))
            .sessionManagement(
                session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
            .requestCache(RequestCacheConfigurer::disable)
            .logout(LogoutConfigurer::disable)
            // Before the endpoints of OAuth look at who asks.
            .addFilterAfter(new SessionFilter(sessions, cookie), SecurityContextHolderFilter.class)
            .exceptionHandling(
                handling ->
                    handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
            .headers(
                headers ->
                    headers
                        .contentSecurityPolicy(
                            policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        // The gateway's to say: it knows what else lives on the public host.
                        .httpStrictTransportSecurity(transport -> transport.disable()));
  }

  /** Everything that is not OAuth's. Open to all: each of these paths is there for strangers. */
  @Bean
  @Order(2)
  SecurityFilterChain pagesAndSessions(HttpSecurity http, BrowserSecurity browserSecurity) {
    browserSecurity.applyTo(http);
    return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll()).build();
  }

  @Bean
  SimpleUrlHandlerMapping endpoints(
      Credentials credentials,
      Sessions sessions,
      SigningOut signingOut,
      Pages pages,
      IdentitySettings settings,
      Clock clock,
      SignInRecord record) {
    SignInLimits limits = new SignInLimits(clock, settings.limited());
    SignIn signIn = new SignIn(credentials, limits, sessions, clock, record);
    Map<String, HttpRequestHandler> endpoints =
        Map.of(
            "/login",
            new SignInEndpoint(signIn, signingOut, pages),
            "/logout",
            new SignOutEndpoint(signingOut),
            "/identity/csrf",
            new CsrfEndpoint(),
            "/identity/beep.css",
            new AssetEndpoint("beep.css", "text/css;charset=UTF-8"),
            "/identity/beep.svg",
            new AssetEndpoint("beep.svg", "image/svg+xml"),
            ErrorEndpoint.PATH,
            new ErrorEndpoint(pages));
    return new SimpleUrlHandlerMapping(endpoints, FIRST);
  }

  @Bean
  ErrorPageRegistrar errorPages() {
    return registry -> registry.addErrorPages(new ErrorPage(ErrorEndpoint.PATH));
  }
}
