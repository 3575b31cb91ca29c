package io.beep.app.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.beep.app.axon.AxonSetup;
import io.beep.app.axon.CaffeineCache;
import io.beep.app.axon.Instruments;
import io.beep.app.axon.JdbcTransactions;
import io.beep.app.axon.ProjectionTokens;
import io.beep.app.axon.StoredNameSerializer;
import io.beep.app.distributed.Databases;
import io.beep.app.eventstore.TailingEventStore;
import io.beep.app.operations.sql.SlowStatements;
import io.beep.command.CommandSideConfiguration;
import io.beep.command.shared.AccessState;
import io.beep.coreapi.EventCatalog;
import io.beep.coreapi.invitation.RandomInvitationCodes;
import io.beep.coreapi.server.CreateServer;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.Command;
import io.beep.coreapi.shared.MessageKeys;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.UuidV7Generator;
import io.beep.testsupport.TestDatabase;
import io.beep.testsupport.TestPostgres;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.TracerProvider;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The contract as the standalone product puts its parts together. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OneProcessTest implements StreamContract, QueriesContract {

  @SuppressWarnings("NullAway.Init")
  private HikariDataSource dataSource;

  @SuppressWarnings("NullAway.Init")
  private TailingEventStore store;

  @SuppressWarnings("NullAway.Init")
  private Configuration axon;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @BeforeAll
  void start() throws SQLException {
    MeterRegistry meters = new SimpleMeterRegistry();
    TestDatabase database = TestPostgres.freshDatabase();
    dataSource =
        new Databases(
                database.host(),
                database.port(),
                database.name(),
                database.user(),
                database.password())
            .open("events", "db/event-store", 8, new SlowStatements(meters));
    Clock clock = Clock.systemUTC();
    Serializer serializer = StoredNameSerializer.of(EventCatalog.EVENTS);
    AtomicReference<TailingEventStore> opened = new AtomicReference<>();
    AccessState access = new AccessState(id -> opened.get().committed(id), clock, meters);
    store =
        TailingEventStore.open(
            dataSource,
            serializer,
            NoOpEventUpcaster.INSTANCE,
            _ -> false,
            AxonSetup.receipts(serializer),
            List.of(access::onCommitted),
            meters);
    opened.set(store);
    axon =
        AxonSetup.configure(
            new AxonSetup.Parts(
                store,
                serializer,
                threads,
                configurer ->
                    CommandSideConfiguration.register(
                        configurer,
                        access,
                        new UuidV7Generator(clock, () -> ThreadLocalRandom.current().nextLong()),
                        new RandomInvitationCodes(new SecureRandom()),
                        clock,
                        store::committed,
                        new CaffeineCache(1_000)),
                List.of(new Oracle()),
                List.of(),
                List.of(),
                ProjectionTokens.in(dataSource, serializer),
                new JdbcTransactions(new DataSourceTransactionManager(dataSource)),
                List.of(),
                new Instruments(meters, TracerProvider.noop().get("test"))));
    axon.start();
  }

  @AfterAll
  void end() {
    axon.shutdown();
    store.close();
    dataSource.close();
    threads.shutdownNow();
  }

  /** Auditors and traces read the table. */
  @Test
  void shouldStoreWhoSentTheCommandAndWithWhichRequest() {
    UserId ada = UserId.of(UUID.randomUUID().toString());
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    bus()
        .<Command, Object>dispatch(
            GenericCommandMessage.<Command>asCommandMessage(
                    new CreateServer(ada, "A server", null, Visibility.PUBLIC))
                .withMetaData(
                    Map.of(
                        MessageKeys.ACTOR,
                        ada.value().toString(),
                        MessageKeys.REQUEST_ID,
                        "request-of-sql")),
            (_, result) -> done.complete(!result.isExceptional()));
    assertThat(done.orTimeout(20, TimeUnit.SECONDS).join()).isTrue();

    assertThat(
            JdbcClient.create(dataSource)
                .sql(
                    """
                select payload_type from domain_event_entry
                where meta_data ->> 'requestId' = 'request-of-sql' and meta_data ->> 'actor' = ?
                order by global_index""")
                .param(ada.value().toString())
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list())
        .contains("server.ServerCreated", "server.MemberJoined", "channel.ChannelCreated");
  }

  @Override
  public CommandBus bus() {
    return axon.commandBus();
  }

  @Override
  public QueryBus queries() {
    return axon.queryBus();
  }

  @Override
  public List<? extends DomainEventMessage<?>> events(String aggregate) {
    return store.committed(aggregate);
  }

  @Override
  public StreamableMessageSource<TrackedEventMessage<?>> source() {
    return store;
  }
}
