package io.beep.app.standalone;

import com.zaxxer.hikari.HikariDataSource;
import io.beep.app.axon.AxonSetup;
import io.beep.app.axon.CaffeineCache;
import io.beep.app.axon.EventProcessors;
import io.beep.app.axon.Instruments;
import io.beep.app.axon.JdbcTransactions;
import io.beep.app.axon.ProcessorSettings;
import io.beep.app.axon.ProjectionTokens;
import io.beep.app.axon.StoredNameSerializer;
import io.beep.app.eventstore.TailingEventStore;
import io.beep.app.operations.sql.SlowStatements;
import io.beep.command.CommandSideConfiguration;
import io.beep.command.shared.AccessState;
import io.beep.command.shared.Seats;
import io.beep.coreapi.EventCatalog;
import io.beep.coreapi.invitation.RandomInvitationCodes;
import io.beep.coreapi.shared.Command;
import io.beep.coreapi.shared.DomainEvent;
import io.beep.coreapi.shared.IdGenerator;
import io.beep.coreapi.shared.UuidV7Generator;
import io.beep.coreapi.shared.picture.Pictures;
import io.beep.media.MediaConfiguration;
import io.beep.media.ObjectStoreAddress;
import io.beep.media.file.ObjectStore;
import io.beep.projection.ProjectionsConfiguration;
import io.beep.projection.ProjectionsConfiguration.ChannelErasers;
import io.beep.projection.ProjectionsConfiguration.ServerErasers;
import io.beep.projection.ProjectionsConfiguration.ServingProjections;
import io.beep.projection.api.ReadModelSchemas;
import io.beep.projection.shared.ByServer;
import io.beep.saga.SagasConfiguration;
import io.beep.saga.picture.PictureSweeping;
import io.beep.saga.shared.SagaGroups;
import io.beep.saga.shared.Work;
import io.beep.testsupport.TestDatabase;
import io.beep.testsupport.TestObjectStore;
import io.beep.testsupport.TestPostgres;
import io.beep.testsupport.TestSearch;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.TracerProvider;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.apache.hc.core5.http.HttpHost;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * The sides that decide, project and note, on a real event store, database and search index; with a
 * clock that is set by hand. What removes is left to the test.
 */
final class DeletionWorld implements AutoCloseable {

  private static final int BATCH = 500;
  private static final int SLICE = 2;

  private final Stores stores;
  private final AtomicReference<Duration> ahead;
  private final Clock clock = new Ahead();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HikariDataSource events;
  private final HikariDataSource readModel;
  private final HikariDataSource sagas;
  private final TailingEventStore store;
  private final AnnotationConfigApplicationContext projections =
      new AnnotationConfigApplicationContext();
  private final Configuration axon;
  private final IdGenerator ids;
  private final Pictures pictures;

  DeletionWorld() throws SQLException {
    this(Stores.fresh(), Duration.ZERO);
  }

  /**
   * On what another one left.
   *
   * @param ahead of the machine's clock
   */
  DeletionWorld(Stores stores, Duration ahead) throws SQLException {
    this.stores = stores;
    this.ahead = new AtomicReference<>(ahead);
    pictures = MediaConfiguration.pictures(() -> MediaConfiguration.open(stores.files()));
    MeterRegistry meters = new SimpleMeterRegistry();
    SlowStatements slow = new SlowStatements(meters);
    TestDatabase database = stores.database();
    DatabaseAddress address =
        new DatabaseAddress(
            database.host(),
            database.port(),
            database.name(),
            database.user(),
            database.password());
    events = DatabaseSchema.open(address, "events", "db/event-store", 8, slow);
    readModel = DatabaseSchema.open(address, "read_model", "db/read-model", 10, slow);
    sagas = DatabaseSchema.open(address, "sagas", "db/sagas", SagasConfiguration.CONNECTIONS, slow);
    Serializer serializer = StoredNameSerializer.of(EventCatalog.EVENTS);
    AtomicReference<TailingEventStore> opened = new AtomicReference<>();
    AccessState access = new AccessState(id -> opened.get().committed(id), clock, meters);
    store =
        TailingEventStore.open(
            events,
            serializer,
            NoOpEventUpcaster.INSTANCE,
            _ -> false,
            AxonSetup.receipts(serializer),
            List.of(access::onCommitted),
            meters);
    opened.set(store);
    ids = new UuidV7Generator(clock, () -> ThreadLocalRandom.current().nextLong());
    registerProjections(serializer);
    ByServer byServer = projections.getBean(ByServer.class);
    ServingProjections serving = projections.getBean(ServingProjections.class);
    Instruments instruments = new Instruments(meters, TracerProvider.noop().get("test"));
    axon =
        AxonSetup.configure(
            new AxonSetup.Parts(
                store,
                serializer,
                threads,
                configurer -> {
                  CommandSideConfiguration.register(
                      configurer,
                      access,
                      ids,
                      new RandomInvitationCodes(new SecureRandom()),
                      clock,
                      store::committed,
                      new CaffeineCache(10_000));
                  // The same person founds as many as there are kills.
                  configurer.registerComponent(Seats.class, configuration -> Seats.UNLIMITED);
                },
                List.of(),
                serving.handlers(),
                serving.groups().stream()
                    .map(
                        group ->
                            new ProcessorSettings(
                                group.group(), 1, BATCH, byServer, group.failures()))
                    .toList(),
                ProjectionTokens.in(readModel, serializer),
                new JdbcTransactions(new DataSourceTransactionManager(readModel)),
                List.of(
                    new EventProcessors(
                        store,
                        SagasConfiguration.handlers(sagas),
                        SagaGroups.ALL.stream()
                            .map(group -> new ProcessorSettings(group, 1, BATCH, byServer))
                            .toList(),
                        ProjectionTokens.in(sagas, serializer),
                        new JdbcTransactions(new DataSourceTransactionManager(sagas)),
                        instruments)),
                instruments));
    axon.start();
  }

  /**
   * Where everything is that outlasts a process.
   *
   * @param files with a bucket that is nobody else's
   */
  record Stores(TestDatabase database, URI search, ObjectStoreAddress files) {

    private static final int LINES = 10;

    static Stores fresh() {
      return new Stores(
          TestPostgres.freshDatabase(),
          TestSearch.url(),
          new ObjectStoreAddress(
              TestObjectStore.endpoint(),
              TestObjectStore.accessKey(),
              TestObjectStore.secretKey(),
              TestObjectStore.freshBucketName()));
    }

    /** For another process. */
    List<String> lines() {
      return List.of(
          Integer.toString(database.port()),
          database.name(),
          database.schema(),
          database.user(),
          database.password(),
          search.toString(),
          files.endpoint().toString(),
          files.accessKey(),
          files.secretKey(),
          files.bucket());
    }

    static Stores of(List<String> lines) {
      if (lines.size() != LINES) {
        throw new IllegalArgumentException("not the lines of stores: " + lines.size());
      }
      return new Stores(
          new TestDatabase(
              Integer.parseInt(lines.get(0)),
              lines.get(1),
              lines.get(2),
              lines.get(3),
              lines.get(4)),
          URI.create(lines.get(5)),
          new ObjectStoreAddress(
              URI.create(lines.get(6)), lines.get(7), lines.get(8), lines.get(9)));
    }
  }

  private void registerProjections(Serializer serializer) {
    URI url = stores.search();
    OpenSearchClient search =
        new OpenSearchClient(
            ApacheHttpClient5TransportBuilder.builder(
                    new HttpHost(url.getScheme(), url.getHost(), url.getPort()))
                .setMapper(new JacksonJsonpMapper())
                .build());
    projections.registerBean("readModelDataSource", DataSource.class, () -> readModel);
    projections.registerBean("search", OpenSearchClient.class, () -> search);
    projections.registerBean("pictures", Pictures.class, () -> pictures);
    projections.registerBean("serializer", Serializer.class, () -> serializer);
    projections.registerBean("events", EventSource.class, () -> new EventSource(store));
    projections.registerBean(
        "schemas",
        ReadModelSchemas.class,
        () ->
            (_, _) -> {
              throw new UnsupportedOperationException("nothing is rebuilt here");
            });
    projections.register(ProjectionsConfiguration.class);
    projections.refresh();
  }

  /** Of the type that is asked for; the store has further ones. */
  private record EventSource(TailingEventStore store)
      implements StreamableMessageSource<TrackedEventMessage<?>> {

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
      return store.openStream(token);
    }
  }

  private final class Ahead extends Clock {
    @Override
    public Instant instant() {
      return Instant.now().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  Clock clock() {
    return clock;
  }

  void later(Duration time) {
    ahead.updateAndGet(before -> before.plus(time));
  }

  IdGenerator ids() {
    return ids;
  }

  void decide(Command command) {
    axon.commandGateway().sendAndWait(command, 10, TimeUnit.SECONDS);
  }

  <R> R decide(Command command, Class<R> answer) {
    return answer.cast(axon.commandGateway().<Object>sendAndWait(command, 10, TimeUnit.SECONDS));
  }

  Configuration axon() {
    return axon;
  }

  /** All of these that are in the stream of an aggregate. */
  <E extends DomainEvent> List<E> told(Object aggregate, Class<E> type) {
    return store.committed(aggregate.toString()).stream()
        .map(event -> (Object) event.getPayload())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /** By small slices, so that there are several of each step. */
  ServerErasers erasers() {
    return ServerErasers.of(
        readModel, projections.getBean(OpenSearchClient.class), pictures, SLICE);
  }

  Pictures pictures() {
    return pictures;
  }

  /** The store of pictures, without anybody between. */
  ObjectStore files() {
    return MediaConfiguration.open(stores.files());
  }

  /**
   * Removes pictures that nobody shows, a piece whenever it is asked.
   *
   * @param upToDate whether the tables are
   */
  Work sweep(int page, int removed, BooleanSupplier upToDate) {
    return new PictureSweeping(
            pictures, ProjectionsConfiguration.shownPicturesIn(readModel), upToDate)
        .sweep(sagas, new DataSourceTransactionManager(sagas), page, removed, clock);
  }

  Stores stores() {
    return stores;
  }

  /** Of the machine's clock. */
  Duration ahead() {
    return ahead.get();
  }

  /** By small slices too. */
  ChannelErasers channelErasers() {
    return ChannelErasers.of(readModel, projections.getBean(OpenSearchClient.class), SLICE);
  }

  DataSource sagas() {
    return sagas;
  }

  JdbcTemplate inSagas() {
    return new JdbcTemplate(sagas);
  }

  JdbcTemplate inReadModel() {
    return new JdbcTemplate(readModel);
  }

  @Override
  public void close() {
    axon.shutdown();
    projections.close();
    store.close();
    sagas.close();
    readModel.close();
    events.close();
    threads.shutdownNow();
  }
}
