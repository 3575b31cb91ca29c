package io.beep.projection.message;

import io.beep.coreapi.server.DeletionStep;
import io.beep.coreapi.server.ErasesServers;
import io.beep.coreapi.shared.ServerId;
import io.beep.readmodel.message.MessageDocument;
import org.opensearch.client.opensearch.OpenSearchClient;

/** Erases the documents of messages from the index that is searched. */
public final class ErasesSearchDocuments implements ErasesServers {

  private final SearchIndex index;

  public ErasesSearchDocuments(OpenSearchClient client) {
    this.index = SearchIndex.serving(client);
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
  public int erase(ServerId server, int most) {
    return Math.toIntExact(
        index.deleteSome(MessageDocument.SERVER_ID, server.value().toString(), most));
  }
}
