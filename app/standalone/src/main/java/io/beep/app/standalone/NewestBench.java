package io.beep.app.standalone;

import io.beep.app.embedded.DirectoryLock;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * {@code ./beep bench --scenario newest}: the newest 50 messages of a channel, over HTTP, 200 times
 * a second, while 10 000 000 messages are stored. Beep runs as ever, in this process. The messages
 * are put into the table of the read model itself, some hundred characters each, those of 100
 * channels one among the other as people write them; a request is timed from when it was due.
 */
public final class NewestBench {

  private static final int MESSAGES = 10_000_000;
  private static final int AT_ONCE = 500_000;
  private static final int CHANNELS = 100;
  private static final int PAGE = 50;
  private static final int PER_SECOND = 200;
  private static final Duration WARMUP = Duration.ofSeconds(15);
  private static final Duration MEASURED = Duration.ofSeconds(30);
  private static final double MARK_MILLIS = 15;

  private final BenchPerson ada;
  private final Random random = new Random(20_261_121);

  private NewestBench(BenchPerson ada) {
    this.ada = ada;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int messages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MESSAGES;
    BenchCore.onFreshData("newest", data -> measure(data, messages, System.out));
  }

  private static boolean measure(Path data, int messages, PrintStream out)
      throws IOException, InterruptedException {
    int port = BenchPerson.freePort();
    StandaloneSettings settings =
        BenchCore.settings(List.of("--data", data.toString(), "--port", Integer.toString(port)));
    try (RunningBeep beep = RunningBeep.start(settings, DirectoryLock.take(data));
        HttpClient http = BenchPerson.client()) {
      beep.awaitReady(_ -> {});
      URI base = URI.create("http://127.0.0.1:" + port);
      NewestBench bench = new NewestBench(BenchPerson.registered(base, "ada", data, http));
      List<UUID> channels = bench.channels();
      fill(new JdbcTemplate(beep.readModel()), channels, messages, out);
      bench.ask(channels, WARMUP);
      return print(bench.ask(channels, MEASURED), out);
    }
  }

  private List<UUID> channels() throws IOException, InterruptedException {
    String server =
        ada.post("/api/servers", Map.of("name", "Bench", "visibility", "public"))
            .get("id")
            .asString();
    List<UUID> channels = new ArrayList<>();
    for (int i = 0; i < CHANNELS; i++) {
      JsonNode made =
          ada.post(
              "/api/servers/" + server + "/channels", Map.of("name", "room-" + i, "type", "text"));
      channels.add(UUID.fromString(made.get("id").asString()));
    }
    return channels;
  }

  /** A message each millisecond, up to now. Indexes are made afterwards, which is faster. */
  private static void fill(JdbcTemplate jdbc, List<UUID> channels, int messages, PrintStream out) {
    long began = System.nanoTime();
    long first = Instant.now().toEpochMilli() - messages;
    jdbc.execute("alter table message drop constraint message_pkey");
    jdbc.execute("drop index message_by_id, message_of_server");
    for (int from = 0; from < messages; from += AT_ONCE) {
      jdbc.update(
          """
          insert into message (channel_id, id, server_id, author_id, content, created_at)
          select c.id, (lpad(to_hex(?::bigint + i), 12, '0') || '70008' || lpad(to_hex(i), 15, '0'))::uuid,
            c.server_id, u.id, 'message ' || i || repeat(' as people write', 6),
            to_timestamp((?::bigint + i) / 1000.0)
          from generate_series(?::int, ?::int) i
          join lateral (select (?::uuid[])[1 + (hashint4(i) & 2147483647) %% %d] as channel) picked on true
          join channel c on c.id = picked.channel
          cross join (select id from user_profile limit 1) u
          """
              .formatted(CHANNELS),
          first,
          first,
          from,
          Math.min(from + AT_ONCE, messages) - 1,
          channels.stream()
              .map(UUID::toString)
              .toList()
              .toString()
              .replace('[', '{')
              .replace(']', '}'));
    }
    jdbc.execute("alter table message add primary key (channel_id, id)");
    jdbc.execute("create unique index message_by_id on message (id)");
    jdbc.execute("create index message_of_server on message (server_id)");
    jdbc.execute("vacuum analyze message");
    out.printf(
        Locale.ROOT,
        "%,d messages stored in %.0f s, %s%n",
        messages,
        (System.nanoTime() - began) / 1e9,
        jdbc.queryForObject(
            "select pg_size_pretty(pg_total_relation_size('message'))", String.class));
  }

  /** How long each took from when it was due, in nanoseconds, ascending. */
  private long[] ask(List<UUID> channels, Duration time) {
    int requests = (int) (time.toSeconds() * PER_SECOND);
    long[] took = new long[requests];
    LongAdder wrong = new LongAdder();
    CompletableFuture<?>[] answers = new CompletableFuture<?>[requests];
    long began = System.nanoTime();
    for (int i = 0; i < requests; i++) {
      int number = i;
      long due = began + i * Duration.ofSeconds(1).toNanos() / PER_SECOND;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      answers[i] =
          ada.http()
              .sendAsync(
                  newestOf(channels.get(random.nextInt(channels.size()))), BodyHandlers.ofString())
              .whenComplete(
                  (answer, failure) -> {
                    took[number] = System.nanoTime() - due;
                    if (failure != null || !isFull(answer)) {
                      wrong.increment();
                    }
                  })
              .exceptionally(_ -> null);
    }
    CompletableFuture.allOf(answers).join();
    if (wrong.sum() > 0) {
      throw new IllegalStateException(wrong.sum() + " answers were not those of a full channel");
    }
    Arrays.sort(took);
    return took;
  }

  private HttpRequest newestOf(UUID channel) {
    return ada.request("/api/channels/" + channel + "/messages?limit=" + PAGE).build();
  }

  private static boolean isFull(HttpResponse<String> answer) {
    return answer.statusCode() == 200 && answer.body().split("\"content\"", -1).length == PAGE + 1;
  }

  private static boolean print(long[] took, PrintStream out) {
    double p99 = percentile(took, 0.99);
    boolean reached = p99 < MARK_MILLIS;
    out.printf(
        Locale.ROOT,
        "newest %d, %d requests/s: p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms%n"
            + "mark p99 under %.0f ms: %s%n",
        PAGE,
        PER_SECOND,
        percentile(took, 0.5),
        p99,
        percentile(took, 0.999),
        MARK_MILLIS,
        reached ? "reached" : "MISSED");
    return reached;
  }

  private static double percentile(long[] sorted, double part) {
    return sorted[(int) (sorted.length * part)] / 1e6;
  }
}
