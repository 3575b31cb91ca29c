package io.beep.gateway;

import io.beep.coreapi.shared.IdGenerator;
import io.beep.coreapi.shared.picture.Pictures;
import io.beep.gateway.audit.AuditEndpoints;
import io.beep.gateway.channel.ChannelEndpoints;
import io.beep.gateway.feed.Feed;
import io.beep.gateway.feed.Signals;
import io.beep.gateway.feed.presence.ChosenStatuses;
import io.beep.gateway.feed.presence.Neighbours;
import io.beep.gateway.invitation.InvitationEndpoints;
import io.beep.gateway.message.MessageEndpoints;
import io.beep.gateway.moderation.ModerationEndpoints;
import io.beep.gateway.permission.PermissionEndpoints;
import io.beep.gateway.picture.PictureEndpoints;
import io.beep.gateway.server.ServerEndpoints;
import io.beep.gateway.shared.Instruments;
import io.beep.gateway.shared.bus.Bridge;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.bus.KnownPosition;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.contract.ApiDocs;
import io.beep.gateway.shared.contract.OpenApiEndpoint;
import io.beep.gateway.shared.contract.ProblemPages;
import io.beep.gateway.shared.health.HealthEndpoints;
import io.beep.gateway.shared.health.NodeHealth;
import io.beep.gateway.shared.http.ApiDispatcher;
import io.beep.gateway.shared.http.BareRefusals;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.ProblemHandler;
import io.beep.gateway.shared.http.ProblemWriter;
import io.beep.gateway.shared.http.RequestFilter;
import io.beep.gateway.shared.http.SecurityHeaders;
import io.beep.gateway.shared.json.Json;
import io.beep.gateway.shared.json.JsonBodies;
import io.beep.gateway.shared.limit.ClientAddress;
import io.beep.gateway.shared.limit.RateLimiter;
import io.beep.gateway.shared.problem.Problems;
import io.beep.gateway.shared.proxy.FreshRevocations;
import io.beep.gateway.shared.proxy.IdentityProxy;
import io.beep.gateway.shared.security.GatewaySecurity;
import io.beep.gateway.shared.security.TokenDecoder;
import io.beep.gateway.shared.web.WebApp;
import io.beep.gateway.user.UserEndpoints;
import io.beep.identity.api.Registrations;
import io.beep.identity.api.Revocations;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.queryhandling.QueryBus;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.netty.http.client.HttpClient;

/**
 * The gateway: a reactive web application on Netty, the child of a context that has a {@link
 * CommandBus}, a {@link QueryBus}, the event stream by the name {@code eventStore}, a {@link
 * Clock}, an {@link IdGenerator}, {@link Signals}, {@link ChosenStatuses}, {@link Neighbours},
 * {@link NodeHealth}, a {@link MeterRegistry}, an {@link OpenTelemetry}, {@link Pictures}, {@link
 * Revocations} and {@link Registrations}. Its properties stand in {@code gateway.properties}.
 *
 * <p>There is no Spring MVC-like dispatching: {@link Gate} is the whole handler, the filters and
 * the handler of failures are named here, in their order.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(NettyReactiveWebServerAutoConfiguration.class)
public class GatewayConfiguration {

  /** A head that is not here by then will not come; slow ones must not hold connections. */
  private static final Duration HEAD_LIMIT = Duration.ofSeconds(10);

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);

  @Bean
  GatewaySettings gatewaySettings(Environment environment) {
    return GatewaySettings.of(environment);
  }

  @Bean
  Json json() {
    return new Json();
  }

  @Bean
  Instruments gatewayInstruments(MeterRegistry meters, OpenTelemetry telemetry) {
    return new Instruments(meters, telemetry.getTracer("io.beep.gateway"));
  }

  @Bean(destroyMethod = "close")
  Bridge bridge(MeterRegistry meters) {
    return new Bridge(meters);
  }

  @Bean
  KnownPosition knownPosition() {
    return new KnownPosition();
  }

  @Bean
  CommandSender commandSender(CommandBus bus, Bridge bridge, KnownPosition known) {
    return new CommandSender(bus, bridge, known);
  }

  @Bean
  QueryAsker queryAsker(QueryBus bus, Bridge bridge, KnownPosition known) {
    return new QueryAsker(bus, bridge, known);
  }

  /** Started with the context and not with its lifecycle, which begins after the server's. */
  @Bean(initMethod = "start")
  Feed feed(
      @Qualifier("eventStore") StreamableMessageSource<TrackedEventMessage<?>> source,
      QueryAsker queries,
      KnownPosition known,
      Bridge bridge,
      Signals signals,
      ChosenStatuses statuses,
      Neighbours neighbours,
      Revocations revocations,
      Json json,
      Clock clock,
      Instruments instruments) {
    return new Feed(
        source,
        queries,
        known,
        bridge,
        signals,
        statuses,
        neighbours,
        revocations,
        json,
        clock,
        instruments);
  }

  @Bean
  ClientAddress clientAddress(GatewaySettings settings) {
    return new ClientAddress(settings.trustedProxies());
  }

  @Bean
  RateLimiter rateLimiter(GatewaySettings settings, Clock clock) {
    return new RateLimiter(settings.limits(), clock);
  }

  @Bean
  ApiDispatcher apiDispatcher(
      CommandSender commands,
      QueryAsker queries,
      Registrations registrations,
      Bridge bridge,
      KnownPosition known,
      Feed feed,
      NodeHealth health,
      Pictures pictures,
      Json json,
      RateLimiter limiter,
      ClientAddress addresses) {
    List<Endpoint> slices =
        Stream.of(
                ServerEndpoints.of(commands, queries),
                ChannelEndpoints.of(commands, queries),
                MessageEndpoints.of(commands, queries),
                InvitationEndpoints.of(commands, queries),
                ModerationEndpoints.of(commands, queries),
                PermissionEndpoints.of(queries),
                AuditEndpoints.of(commands, queries, json),
                PictureEndpoints.of(commands, queries, pictures, bridge),
                UserEndpoints.of(registrations, feed::head, bridge, known, queries),
                feed.endpoints(),
                HealthEndpoints.of(health))
            .flatMap(List::stream)
            .toList();
    List<Endpoint> endpoints =
        Stream.concat(slices.stream(), Stream.of(new OpenApiEndpoint(slices, json))).toList();
    return new ApiDispatcher(endpoints, new JsonBodies(json), json, limiter, addresses);
  }

  @Bean
  WebClient identityClient(ReactorResourceFactory resources) {
    return WebClient.builder()
        .clientConnector(
            new ReactorClientHttpConnector(resources, GatewayConfiguration::withLimits))
        .build();
  }

  private static HttpClient withLimits(HttpClient client) {
    return client
        .followRedirect(false)
        .compress(false)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT_LIMIT.toMillis());
  }

  /** Event loops of this context alone, which end as soon as it does. */
  @Bean
  ReactorResourceFactory reactorResources() {
    ReactorResourceFactory resources = new ReactorResourceFactory();
    resources.setUseGlobalResources(false);
    resources.setShutdownQuietPeriod(Duration.ZERO);
    return resources;
  }

  @Bean
  Gate gate(
      ApiDispatcher api,
      GatewaySettings settings,
      WebClient identityClient,
      ClientAddress addresses,
      Revocations revocations,
      Bridge bridge) {
    return new Gate(
        api,
        new IdentityProxy(
            identityClient,
            settings.identityUrl(),
            settings.publicUrl(),
            addresses,
            new FreshRevocations(revocations, bridge)),
        new WebApp(settings.webDir(), bridge),
        new ApiDocs(),
        new ProblemPages());
  }

  @Bean
  HttpHandler httpHandler(
      Gate gate,
      Json json,
      GatewaySettings settings,
      IdGenerator ids,
      ClientAddress addresses,
      WebClient identityClient,
      Revocations revocations,
      Clock clock,
      Instruments instruments) {
    ProblemWriter problems = new ProblemWriter(json, instruments.meters(), clock);
    WebFilterChainProxy security =
        new WebFilterChainProxy(
            GatewaySecurity.chain(
                ServerHttpSecurity.http(),
                TokenDecoder.create(
                    identityClient,
                    settings.publicUrl().toString(),
                    settings.identityUrl(),
                    revocations,
                    clock),
                problems));
    security.setFirewall(GatewaySecurity.firewall());
    security.setExchangeRejectedHandler(
        (exchange, _) ->
            problems.write(
                exchange,
                Problems.malformed("request.refused", "This request is not well-formed.")));
    return WebHttpHandlerBuilder.webHandler(gate)
        .filter(
            new RequestFilter(ids, addresses, instruments),
            new SecurityHeaders(settings.isHttps()),
            security)
        .exceptionHandler(new ProblemHandler(problems))
        .build();
  }

  @Bean
  NettyServerCustomizer connections(Json json, IdGenerator ids, GatewaySettings settings) {
    BareRefusals refusals = new BareRefusals(json, ids, new SecurityHeaders(settings.isHttps()));
    return server ->
        server
            .requestTimeout(HEAD_LIMIT)
            .readTimeout(HEAD_LIMIT)
            .doOnChannelInit((_, channel, _) -> refusals.addTo(channel));
  }
}
