package io.beep.identity.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.beep.coreapi.shared.IdGenerator;
import io.beep.identity.api.OperatorTokens;
import io.beep.identity.shared.Accounts;
import io.beep.identity.shared.Audit;
import io.beep.identity.shared.BrowserSecurity;
import io.beep.identity.shared.IdentityDatabase;
import io.beep.identity.shared.IdentitySettings;
import io.beep.identity.shared.Revoking;
import io.beep.identity.shared.UpkeepTask;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.OAuth2AuthorizationEndpointFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** The OpenID provider and its beans. */
@Configuration(proxyBeanMethods = false)
public class TokenConfiguration {

  /** The endpoints of OAuth and OpenID Connect; everything else is the session's. */
  @Bean
  @Order(1)
  SecurityFilterChain authorizationServer(
      HttpSecurity http,
      BrowserSecurity browserSecurity,
      TokenClaims claims,
      RegisteredClientRepository registeredClients,
      RevokedOperatorTokens operatorTokens,
      LogoutHandler logoutHandler) {
    browserSecurity.applyTo(http);
    // Before the protection against forged requests, which has nothing to do there.
    http.addFilterBefore(new ClientRequests(), CsrfFilter.class);
    http.oauth2AuthorizationServer(
        server -> {
          http.securityMatcher(
              new OrRequestMatcher(server.getEndpointsMatcher(), ClientRequests::isOne));
          server.addObjectPostProcessor(withoutContainerSessions());
          server.clientAuthentication(
              clients ->
                  clients
                      .authenticationConverter(RevokingClient::of)
                      .authenticationProvider(new RevokingClients(registeredClients)));
          server.tokenRevocationEndpoint(
              revocation -> revocation.authenticationProvider(operatorTokens));
          server.authorizationServerMetadataEndpoint(
              metadata ->
                  metadata.authorizationServerMetadataCustomizer(
                      builder -> builder.claims(TokenConfiguration::describe)));
          server.oidc(
              oidc ->
                  oidc.userInfoEndpoint(userInfo -> userInfo.userInfoMapper(claims::userInfo))
                      .logoutEndpoint(
                          logout -> logout.logoutResponseHandler(signingOut(logoutHandler)))
                      .providerConfigurationEndpoint(
                          provider ->
                              provider.providerConfigurationCustomizer(
                                  builder -> builder.claims(TokenConfiguration::describe))));
        });
    http.authorizeHttpRequests(
        requests ->
            requests
                .anyRequest()
                .access(
                    (authentication, context) ->
                        new AuthorizationDecision(
                            isSilent(context.getRequest())
                                || TRUST.isAuthenticated(authentication.get()))));
    return http.build();
  }

  private static final AuthenticationTrustResolver TRUST = new AuthenticationTrustResolverImpl();

  /**
   * A renewal without a person gets through to the endpoint even when nobody is signed in: it has
   * to answer {@code login_required} to the client, not show a sign-in page.
   */
  private static boolean isSilent(HttpServletRequest request) {
    return request.getRequestURI().equals("/oauth2/authorize")
        && "none".equals(request.getParameter("prompt"));
  }

  /** The default strategy would open a container session for each person and never forget it. */
  private static ObjectPostProcessor<OAuth2AuthorizationEndpointFilter> withoutContainerSessions() {
    return new ObjectPostProcessor<>() {
      @Override
      public <O extends OAuth2AuthorizationEndpointFilter> O postProcess(O filter) {
        filter.setSessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy());
        return filter;
      }
    };
  }

  private static AuthenticationSuccessHandler signingOut(LogoutHandler logoutHandler) {
    OidcLogoutAuthenticationSuccessHandler handler = new OidcLogoutAuthenticationSuccessHandler();
    handler.setLogoutHandler(logoutHandler);
    return handler;
  }

  /** Says what Beep does, instead of all that the framework could. */
  private static void describe(Map<String, Object> claims) {
    List<String> onlyPublic = List.of(ClientAuthenticationMethod.NONE.getValue());
    claims.put("scopes_supported", BeepWebClient.SCOPES.stream().sorted().toList());
    claims.put(
        "grant_types_supported", List.of(AuthorizationGrantType.AUTHORIZATION_CODE.getValue()));
    claims.put("token_endpoint_auth_methods_supported", onlyPublic);
    claims.put("revocation_endpoint_auth_methods_supported", onlyPublic);
    claims.put("prompt_values_supported", List.of("none"));
    claims.keySet().removeIf(TokenConfiguration::isUnused);
  }

  private static boolean isUnused(String claim) {
    return claim.startsWith("introspection_")
        || claim.startsWith("tls_client_")
        || claim.startsWith("dpop_");
  }

  @Bean
  SigningKeys signingKeys(IdentityDatabase database, IdGenerator ids, Clock clock) {
    return new SigningKeys(database, ids, clock);
  }

  @Bean
  JwtEncoder jwtEncoder(JWKSource<SecurityContext> keys) {
    NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys);
    encoder.setJwkSelector(TokenConfiguration::newest);
    return encoder;
  }

  /** {@link SigningKeys} gives the newest first. */
  private static JWK newest(List<JWK> keys) {
    return keys.getFirst();
  }

  @Bean
  JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys, Revoking revoking) {
    return new UnrevokedTokens(OAuth2AuthorizationServerConfiguration.jwtDecoder(keys), revoking);
  }

  @Bean
  RevokedOperatorTokens revokedOperatorTokens(
      JwtDecoder decoder, IdentityDatabase database, Revoking revoking, Audit audit) {
    return new RevokedOperatorTokens(decoder, database, revoking, audit);
  }

  @Bean
  TokenClaims tokenClaims(Accounts accounts) {
    return new TokenClaims(accounts);
  }

  @Bean
  RegisteredClientRepository registeredClients(IdentitySettings settings) {
    return new InMemoryRegisteredClientRepository(BeepWebClient.registered(settings));
  }

  @Bean
  OAuth2AuthorizationService authorizations(
      IdentityDatabase database, RegisteredClientRepository clients, Revoking revoking) {
    return new RevokingAuthorizations(
        new JdbcOAuth2AuthorizationService(database.operations(), clients), database, revoking);
  }

  @Bean
  AuthorizationServerSettings authorizationServerSettings(IdentitySettings settings) {
    return AuthorizationServerSettings.builder().issuer(settings.publicUrl().toString()).build();
  }

  @Bean
  OperatorTokens operatorTokens(
      Accounts accounts,
      IdentityDatabase database,
      JwtEncoder encoder,
      IdentitySettings settings,
      IdGenerator ids,
      Clock clock,
      Audit audit) {
    return new AuditedOperatorTokens(accounts, database, encoder, settings, ids, clock, audit);
  }

  @Bean
  UpkeepTask spentAuthorizations(IdentityDatabase database, Clock clock) {
    return new SpentAuthorizations(database, clock);
  }
}
