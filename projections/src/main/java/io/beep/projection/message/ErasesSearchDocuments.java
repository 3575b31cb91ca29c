package io.beep.projection.message;

import io.beep.coreapi.server.DeletionStep;
import io.beep.coreapi.server.ErasesServers;
import io.beep.coreapi.shared.ServerId;
import io.beep.readmodel.message.MessageDocument;
import org.opensearch.client.opensearch.OpenSearchClient;

/** Erases the documents of messages from the index that is searched. */
public final class ErasesSearchDocuments implements ErasesServers {

  /** Each call ends with a refresh of the index, which costs more than a few documents. */
  private static final int AT_ONCE = 5_000;

  private final SearchIndex index;
  private final int atOnce;

  /**
   * @param most documents by one call, if that is less than usual
   */
  public ErasesSearchDocuments(OpenSearchClient client, int most) {
    this.index = SearchIndex.serving(client);
    this.atOnce = Math.min(AT_ONCE, most);
  }

  @Override
  public DeletionStep step() {
    return DeletionStep.SEARCH_DOCUMENTS;
  }

  @Override
  public long count(ServerId server) {
    return index.count(MessageDocument.SERVER_ID, server.value().toString());
  }

  @Override
  public int atOnce() {
    return atOnce;
  }

  @Override
  public int erase(ServerId server) {
    return Math.toIntExact(
        index.deleteSome(MessageDocument.SERVER_ID, server.value().toString(), atOnce));
  }
}
