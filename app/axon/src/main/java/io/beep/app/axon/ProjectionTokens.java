package io.beep.app.axon;

import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Where processors keep how far they are: beside the rows of the read model. */
public final class ProjectionTokens {

  /**
   * As all processes call themselves of which one at a time uses the read model. What a killed one
   * owned is its successor's at once, and no clock is asked whether its time is over.
   */
  private static final String THE_ONLY_ONE = "standalone";

  private ProjectionTokens() {}

  /**
   * Tokens in the table {@code token_entry}, written in the transaction that is open on the data
   * source. For a product of which there is one process.
   */
  public static TokenStore in(DataSource readModel, Serializer serializer) {
    return builder(readModel, serializer).nodeId(THE_ONLY_ONE).build();
  }

  /** For a product that decides how long a silent owner keeps its tokens. */
  public static JdbcTokenStore.Builder builder(DataSource readModel, Serializer serializer) {
    TransactionAwareDataSourceProxy inTransaction = new TransactionAwareDataSourceProxy(readModel);
    return JdbcTokenStore.builder()
        .connectionProvider(inTransaction::getConnection)
        .schema(schema())
        .serializer(serializer);
  }

  private static TokenSchema schema() {
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
}
