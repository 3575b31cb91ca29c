package io.beep.app.axon;

import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Where processors keep how far they are: beside the rows of the read model. */
public final class ProjectionTokens {

  private ProjectionTokens() {}

  /**
   * Tokens in the table {@code token_entry}, written in the transaction that is open on the data
   * source.
   */
  public static TokenStore in(DataSource readModel, Serializer serializer) {
    return builder(readModel, serializer).build();
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
