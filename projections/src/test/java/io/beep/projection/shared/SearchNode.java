package io.beep.projection.shared;

import io.beep.readmodel.message.MessageDocument;
import io.beep.testsupport.TestSearch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch.core.search.Hit;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/** The search node of the tests, seen as clients see it. */
public final class SearchNode {

  private SearchNode() {}

  public static OpenSearchClient client() {
    return client(TestSearch.url());
  }

  /** Nothing listens there. */
  public static OpenSearchClient deadClient() {
    return client(URI.create("http://127.0.0.1:1"));
  }

  private static OpenSearchClient client(URI url) {
    return new OpenSearchClient(
        ApacheHttpClient5TransportBuilder.builder(
                new HttpHost(url.getScheme(), url.getHost(), url.getPort()))
            .setMapper(new JacksonJsonpMapper())
            .build());
  }

  /** Every document with its version, a line each, as a search finds them right now. */
  public static List<String> documents(OpenSearchClient client, String alias) {
    try {
      return client
          .search(
              search ->
                  search
                      .index(alias)
                      .size(10_000)
                      .version(true)
                      .query(query -> query.matchAll(all -> all)),
              Map.class)
          .hits()
          .hits()
          .stream()
          .map(hit -> hit.id() + " " + hit.version() + " " + sorted(hit.source()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sorted(@Nullable Map<?, ?> source) {
    return new TreeMap<>(source == null ? Map.of() : source).toString();
  }

  /** Ids of the documents that have the word in the field, as a search finds them right now. */
  public static List<String> find(OpenSearchClient client, String field, String word) {
    try {
      return client
          .search(
              search ->
                  search
                      .index(MessageDocument.ALIAS)
                      .size(1000)
                      .query(
                          query ->
                              query.match(match -> match.field(field).query(FieldValue.of(word)))),
              Object.class)
          .hits()
          .hits()
          .stream()
          .map(Hit::id)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
