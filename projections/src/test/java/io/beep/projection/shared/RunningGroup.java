package io.beep.projection.shared;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** A processing group as a product runs it: Axon's pooled processor, tokens among the rows. */
public final class RunningGroup implements AutoCloseable {

  public static final int BATCH = 500;

  /** Milliseconds until a segment that was given up is taken again. */
  private static final long SOON = 200;

  private final PooledStreamingEventProcessor processor;
  private final int segments;
  private final EventFeed feed;

  private RunningGroup(PooledStreamingEventProcessor processor, int segments, EventFeed feed) {
    this.processor = processor;
    this.segments = segments;
    this.feed = feed;
  }

  public static RunningGroup start(
      Handling handling, int segments, EventFeed feed, DataSource readModel) {
    RunningGroup group =
        new RunningGroup(processor(handling, segments, feed, readModel), segments, feed);
    group.processor.start();
    return group;
  }

  private static PooledStreamingEventProcessor processor(
      Handling handling, int segments, EventFeed feed, DataSource readModel) {
    return PooledStreamingEventProcessor.builder()
        .name(handling.group())
        .eventHandlerInvoker(handling.invoker())
        .errorHandler(PropagatingErrorHandler.INSTANCE)
        .rollbackConfiguration(failure -> true)
        .messageSource(feed)
        .transactionManager(transactions(readModel))
        .tokenStore(
            JdbcTokenStore.builder()
                .connectionProvider(new TransactionAwareDataSourceProxy(readModel)::getConnection)
                .serializer(serializer())
                .schema(tokenSchema())
                .build())
        .coordinatorExecutor(java.util.concurrent.Executors.newSingleThreadScheduledExecutor())
        .workerExecutor(java.util.concurrent.Executors.newScheduledThreadPool(segments))
        .initialSegmentCount(segments)
        .initialToken(source -> source.createTailToken())
        .batchSize(BATCH)
        .tokenClaimInterval(SOON)
        .build();
  }

  /** The token of a replay holds an object of any type, which Jackson refuses unless it is told. */
  public static Jackson3Serializer serializer() {
    return Jackson3Serializer.builder()
        .jsonMapperBuilderCustomizer(
            json ->
                json.polymorphicTypeValidator(
                    BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("org.axonframework.")
                        .build()))
        .build();
  }

  private static TokenSchema tokenSchema() {
    return TokenSchema.builder()
        .setTokenTable("token_entry")
        .setProcessorNameColumn("processor_name")
        .setSegmentColumn("segment")
        .setTokenColumn("token")
        .setTokenTypeColumn("token_type")
        .setTimestampColumn("time_stamp")
        .setOwnerColumn("owner")
        .build();
  }

  private static TransactionManager transactions(DataSource dataSource) {
    DataSourceTransactionManager transactions = new DataSourceTransactionManager(dataSource);
    return () -> {
      TransactionStatus status = transactions.getTransaction(new DefaultTransactionDefinition());
      return new Transaction() {
        @Override
        public void commit() {
          transactions.commit(status);
        }

        @Override
        public void rollback() {
          transactions.rollback(status);
        }
      };
    };
  }

  /** Waits until every segment has handled all that is in the feed. */
  public RunningGroup catchUp() {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                processor.processingStatus().size() == segments
                    && processor.processingStatus().values().stream()
                        .allMatch(status -> status.getCurrentPosition().orElse(-1) >= feed.head()));
    return this;
  }

  public boolean isFailing() {
    var statuses = processor.processingStatus().values();
    return statuses.size() < segments
        || statuses.stream().anyMatch(EventTrackerStatus::isErrorState);
  }

  /** Empties what the group wrote and handles everything again. */
  public RunningGroup replay() {
    processor.shutDown();
    processor.resetTokens();
    processor.start();
    return this;
  }

  @Override
  public void close() {
    processor.shutdownAsync().join();
  }
}
