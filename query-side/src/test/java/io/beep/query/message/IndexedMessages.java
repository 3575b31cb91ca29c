package io.beep.query.message;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.UserId;
import io.beep.readmodel.message.MessageDocument;
import io.beep.testsupport.TestSearch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.hc.core5.http.HttpHost;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/** The search index with what a test puts into it, as the projection would have. */
final class IndexedMessages {

  private static final int FIRST_FAILURE = 300;
  private static final UserId NOBODY = new UserId(new UUID(0, 0));

  private final OpenSearchClient client = client(TestSearch.url());

  /** Without any index. */
  void remove() {
    request("DELETE", null);
  }

  /** An empty index as it is defined. */
  void recreate() {
    remove();
    if (request("PUT", definition()) >= FIRST_FAILURE || alias() >= FIRST_FAILURE) {
      throw new IllegalStateException("the definition of the index was refused");
    }
  }

  OpenSearchClient client() {
    return client;
  }

  /** Nothing listens there. */
  static OpenSearchClient deadClient() {
    return client(URI.create("http://127.0.0.1:1"));
  }

  void put(MessageId message, ChannelId channel, String content) {
    put(message, channel, NOBODY, content);
  }

  void put(MessageId message, ChannelId channel, UserId author, String content) {
    try {
      client.index(
          index ->
              index
                  .index(MessageDocument.ALIAS)
                  .id(message.value().toString())
                  .document(
                      Map.of(
                          MessageDocument.MESSAGE_ID, message.value().toString(),
                          MessageDocument.CHANNEL_ID, channel.value().toString(),
                          MessageDocument.AUTHOR_ID, author.value().toString(),
                          MessageDocument.CONTENT, content)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void refresh() {
    try {
      client.indices().refresh(refresh -> refresh.index(MessageDocument.ALIAS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int alias() {
    return request(
        "POST",
        "/_aliases",
        "{\"actions\":[{\"add\":{\"index\":\"%s\",\"alias\":\"%s\"}}]}"
            .formatted(MessageDocument.SHAPE.index(), MessageDocument.ALIAS));
  }

  private int request(String method, @org.jspecify.annotations.Nullable String body) {
    return request(method, "/" + MessageDocument.SHAPE.index(), body);
  }

  private int request(String method, String path, @org.jspecify.annotations.Nullable String body) {
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
        MessageDocument.class.getResourceAsStream(MessageDocument.SHAPE.definition())) {
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
