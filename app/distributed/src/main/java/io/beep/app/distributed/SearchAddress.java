package io.beep.app.distributed;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beep.app.operations.health.Check;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/** The way to OpenSearch. */
public final class SearchAddress {

  private static final int CONNECT_SECONDS = 2;
  private static final int ANSWER_SECONDS = 10;

  private SearchAddress() {}

  /**
   * Of {@code BEEP_SEARCH_URL} and, where OpenSearch asks for it, {@code BEEP_SEARCH_USER} and
   * {@code BEEP_SEARCH_PASSWORD}. Connects at the first call.
   */
  public static OpenSearchTransport transport(Settings settings) {
    URI url = settings.url("BEEP_SEARCH_URL");
    return ApacheHttpClient5TransportBuilder.builder(
            new HttpHost(url.getScheme(), url.getHost(), url.getPort()))
        .setDefaultHeaders(authorization(settings).toArray(Header[]::new))
        .setMapper(
            new JacksonJsonpMapper(
                new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)))
        .setConnectionConfigCallback(
            config -> config.setConnectTimeout(Timeout.ofSeconds(CONNECT_SECONDS)))
        .setRequestConfigCallback(
            config -> config.setResponseTimeout(Timeout.ofSeconds(ANSWER_SECONDS)))
        .build();
  }

  /** Whether search answers. */
  public static Check check(OpenSearchClient client) {
    return () -> client.ping().value() ? null : "does not answer";
  }

  private static List<Header> authorization(Settings settings) {
    Optional<String> password = settings.findSecret("BEEP_SEARCH_PASSWORD");
    if (password.isEmpty()) {
      return List.of();
    }
    String credentials = settings.text("BEEP_SEARCH_USER") + ":" + password.get();
    return List.of(
        new BasicHeader(
            "Authorization",
            "Basic "
                + Base64.getEncoder()
                    .encodeToString(credentials.getBytes(StandardCharsets.UTF_8))));
  }
}
