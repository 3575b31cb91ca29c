package io.beep.query.server;

import io.beep.coreapi.shared.ServerId;
import io.beep.readmodel.server.ServerDocument;
import io.beep.testsupport.TestSearch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/** The index of public servers, filled by hand. */
final class IndexedServers {

  private static final int FIRST_FAILURE = 300;

  private final OpenSearchClient client = client(TestSearch.url());

  OpenSearchClient client() {
    return client;
  }

  /** Nothing listens there. */
  static OpenSearchClient deadClient() {
    return client(URI.create("http://127.0.0.1:1"));
  }

  void remove() {
    request("DELETE", "/" + ServerDocument.SHAPE.index(), null);
  }

  void recreate() {
    remove();
    if (request("PUT", "/" + ServerDocument.SHAPE.index(), definition()) >= FIRST_FAILURE
        || request("POST", "/_aliases", alias()) >= FIRST_FAILURE) {
      throw new IllegalStateException("the definition of the index was refused");
    }
  }

  void put(
      ServerId server, String name, @Nullable String description, List<String> tags, int members) {
    put(
        new ServerDocument(
            server.value().toString(), name, description, tags, members, 0, 0, false, Map.of()));
  }

  void put(ServerDocument document) {
    try {
      client.index(
          index -> index.index(ServerDocument.ALIAS).id(document.serverId()).document(document));
      client.indices().refresh(refresh -> refresh.index(ServerDocument.ALIAS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String alias() {
    return "{\"actions\":[{\"add\":{\"index\":\"%s\",\"alias\":\"%s\"}}]}"
        .formatted(ServerDocument.SHAPE.index(), ServerDocument.ALIAS);
  }

  private int request(String method, String path, @Nullable String body) {
    var request = Requests.builder().method(method).endpoint(path);
    try (Response response =
        client.generic().execute((body == null ? request : request.json(body)).build())) {
      return response.getStatus();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String definition() {
    try (InputStream stream =
        ServerDocument.class.getResourceAsStream(ServerDocument.SHAPE.definition())) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OpenSearchClient client(URI url) {
    return new OpenSearchClient(
        ApacheHttpClient5TransportBuilder.builder(
                new HttpHost(url.getScheme(), url.getHost(), url.getPort()))
            .setMapper(new JacksonJsonpMapper())
            .build());
  }
}
