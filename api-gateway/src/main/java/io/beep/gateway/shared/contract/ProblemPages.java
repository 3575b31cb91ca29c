package io.beep.gateway.shared.contract;

import io.beep.gateway.shared.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/**
 * What the {@code type} of a problem leads to: what its code means and what to do about it. Made of
 * {@code docs/problems.md}, so that there is one text.
 */
public final class ProblemPages {

  public static final String ADDRESS = "/problems";

  private static final Duration KEPT = Duration.ofHours(1);
  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
  private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

  /** A row of the page's tables: code, status, meaning, what to do. */
  private static final Pattern ROW =
      Pattern.compile(
          "\\| <a id=\"([a-z0-9.-]+)\"></a>`\\1` \\| (\\d+) \\| ([^|]+) \\| ([^|]+) \\|");

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** What is said about one code; the sentences are Markdown with nothing but code in it. */
  private record Entry(String code, String status, String meaning, String action) {}

  private record Page(byte[] bytes, MediaType type) {}

  private final Map<String, Page> pages = new LinkedHashMap<>();

  public ProblemPages() {
    List<Entry> entries = entries();
    entries.forEach(entry -> pages.put(ADDRESS + "/" + entry.code(), html(entry)));
    pages.put(ADDRESS, html(entries));
    pages.put(
        ADDRESS + "/problems.css",
        new Page(read("problems.css").getBytes(StandardCharsets.UTF_8), CSS));
  }

  /** Answers 404 for a code that there is not, 405 for what does not read. */
  public Mono<Void> serve(ServerWebExchange exchange) {
    HttpMethod method = exchange.getRequest().getMethod();
    if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
      return Mono.error(
          Problems.methodNotAllowed(Set.of(HttpMethod.GET, HttpMethod.HEAD)).exception());
    }
    Page page = pages.get(exchange.getRequest().getURI().getPath());
    if (page == null) {
      return Mono.error(Problems.noSuchAddress().exception());
    }
    ServerHttpResponse response = exchange.getResponse();
    HttpHeaders headers = response.getHeaders();
    headers.setContentType(page.type());
    headers.setCacheControl(CacheControl.maxAge(KEPT));
    headers.setContentLength(page.bytes().length);
    return method.equals(HttpMethod.HEAD)
        ? response.setComplete()
        : response.writeWith(Mono.just(response.bufferFactory().wrap(page.bytes())));
  }

  private static List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    Matcher row = ROW.matcher(read("problems.md"));
    while (row.find()) {
      entries.add(new Entry(row.group(1), row.group(2), row.group(3), row.group(4)));
    }
    if (entries.isEmpty()) {
      throw new IllegalStateException("problems.md has no table that can be read");
    }
    return entries;
  }

  private static Page html(Entry entry) {
    return page(
        entry.code(),
        "<h1><code>%s</code></h1><p>HTTP %s</p><p>%s</p><h2>What to do</h2><p>%s</p><p><a href=\"%s\">All problems</a></p>"
            .formatted(
                entry.code(),
                entry.status(),
                text(entry.meaning()),
                text(entry.action()),
                ADDRESS));
  }

  private static Page html(List<Entry> entries) {
    StringBuilder list = new StringBuilder("<h1>Problems</h1><dl>");
    for (Entry entry : entries) {
      list.append(
          "<dt><a href=\"%s/%s\"><code>%s</code></a> %s</dt><dd>%s</dd>"
              .formatted(
                  ADDRESS, entry.code(), entry.code(), entry.status(), text(entry.meaning())));
    }
    return page("Problems", list.append("</dl>").toString());
  }

  private static Page page(String title, String body) {
    String html =
        """
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="dark light">
          <title>%s · Beep</title>
          <link rel="icon" href="/favicon.svg">
          <link rel="stylesheet" href="/problems/problems.css">
        </head>
        <body><main>%s</main></body>
        </html>
        """
            .formatted(title, body);
    return new Page(html.getBytes(StandardCharsets.UTF_8), HTML);
  }

  private static String text(String markdown) {
    return CODE.matcher(HtmlUtils.htmlEscape(markdown)).replaceAll("<code>$1</code>");
  }

  private static String read(String resource) {
    try (InputStream in = ProblemPages.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
