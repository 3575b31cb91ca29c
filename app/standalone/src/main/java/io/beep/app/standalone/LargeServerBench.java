package io.beep.app.standalone;

import io.beep.app.axon.ProcessorLag;
import io.beep.app.axon.ProcessorLags;
import io.beep.app.embedded.DirectoryLock;
import io.beep.app.eventstore.TailingEventStore;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.shared.DomainEvent;
import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.UuidV7Generator;
import io.beep.coreapi.user.UserRegistered;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import tools.jackson.databind.JsonNode;

/**
 * {@code ./beep bench --scenario large-server [members]}: how long it takes to open a server of 100
 * 000 members, which is all that the app asks for when somebody chooses it, over HTTP and at once;
 * and what joining it costs beside joining one of ten, in turns.
 */
public final class LargeServerBench {

  private static final int MEMBERS = 100_000;
  private static final int FEW = 10;
  private static final int AT_ONCE = 500;

  /** Of the small one: what a first request of a new JVM costs is not the server's. */
  private static final int WARMUP = 50;

  private static final int OPENED = 200;
  private static final int JOINED = 200;
  private static final long POLL_MILLIS = 100;
  private static final Duration MARK = Duration.ofMillis(300);

  /** What is "the same", on a machine of which two readings never are. */
  private static final double MARK_RATIO = 1.5;

  private final TailingEventStore store;
  private final ProcessorLags lags;
  private final BenchPerson owner;
  private final BenchPerson guest;
  private final Random random = new Random(20_261_121);
  private final UuidV7Generator ids = new UuidV7Generator(Clock.systemUTC(), random);
  private final List<DomainEventMessage<?>> batch = new ArrayList<>(AT_ONCE);

  private LargeServerBench(RunningBeep beep, BenchPerson owner, BenchPerson guest) {
    this.store = beep.eventStore();
    this.lags = beep.lags();
    this.owner = owner;
    this.guest = guest;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int members = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MEMBERS;
    BenchCore.onFreshData("large-server", data -> measure(data, members, System.out));
  }

  private static boolean measure(Path data, int members, PrintStream out)
      throws IOException, InterruptedException {
    int port = BenchPerson.freePort();
    StandaloneSettings settings =
        BenchCore.settings(List.of("--data", data.toString(), "--port", Integer.toString(port)));
    try (RunningBeep beep = RunningBeep.start(settings, DirectoryLock.take(data));
        HttpClient http = BenchPerson.client()) {
      beep.awaitReady(_ -> {});
      URI base = URI.create("http://127.0.0.1:" + port);
      return new LargeServerBench(
              beep,
              BenchPerson.registered(base, "ada", data, http),
              BenchPerson.registered(base, "bob", data, http))
          .measure(members, out);
    }
  }

  private boolean measure(int members, PrintStream out) throws IOException, InterruptedException {
    JsonNode large = created("Large");
    JsonNode small = created("Small");
    fill(large, members, out);
    fill(small, FEW, out);
    boolean opens = opens(large, small, out);
    boolean joins = joins(large, small, out);
    boolean reached = opens && joins;
    out.printf(
        Locale.ROOT,
        "mark opened within %d ms, joined at under %.1f times the cost of a small one: %s%n",
        MARK.toMillis(),
        MARK_RATIO,
        reached ? "reached" : "MISSED");
    return reached;
  }

  private JsonNode created(String name) throws IOException, InterruptedException {
    return owner.post("/api/servers", Map.of("name", name, "visibility", "public"));
  }

  private void fill(JsonNode server, int members, PrintStream out) throws InterruptedException {
    long began = System.nanoTime();
    ServerId id = ServerId.of(server.get("id").asString());
    for (int i = 1; i < members; i++) {
      UserId user = new UserId(ids.next());
      add(
          "User",
          user.toString(),
          new UserRegistered(user, "member" + members + "-" + i, "Member", "Nr " + i));
      add("Membership", new MembershipId(id, user).toString(), new MemberJoined(id, user));
    }
    store.publish(List.copyOf(batch));
    batch.clear();
    while (lags.read().stream().mapToLong(ProcessorLag::events).sum() > 0) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    out.printf(
        Locale.ROOT,
        "%,d members stored and followed in %.0f s%n",
        members,
        (System.nanoTime() - began) / 1e9);
  }

  private void add(String type, String aggregate, DomainEvent event) {
    batch.add(new GenericDomainEventMessage<>(type, aggregate, 0, event));
    if (batch.size() == AT_ONCE) {
      store.publish(List.copyOf(batch));
      batch.clear();
    }
  }

  private boolean opens(JsonNode large, JsonNode small, PrintStream out)
      throws IOException, InterruptedException {
    String me = owner.get("/api/me").get("id").asString();
    for (int i = 0; i < WARMUP; i++) {
      owner.open(askedFor(small, me));
    }
    long first = owner.open(askedFor(large, me));
    long[] took = new long[OPENED];
    long[] tookSmall = new long[OPENED];
    for (int i = 0; i < OPENED; i++) {
      took[i] = owner.open(askedFor(large, me));
      tookSmall[i] = owner.open(askedFor(small, me));
    }
    Arrays.sort(took);
    Arrays.sort(tookSmall);
    out.printf(
        Locale.ROOT,
        "opened: the first time %.1f ms; then p50 %.1f ms, p99 %.1f ms; one of %d: p50 %.1f ms, p99 %.1f ms%n",
        first / 1e6,
        percentile(took, 0.5),
        percentile(took, 0.99),
        FEW,
        percentile(tookSmall, 0.5),
        percentile(tookSmall, 0.99));
    return first < MARK.toNanos() && percentile(took, 0.99) < MARK.toMillis();
  }

  /** As the app does. */
  private static List<String> askedFor(JsonNode server, String me) {
    String path = "/api/servers/" + server.get("id").asString();
    return List.of(
        path,
        path + "/channels",
        path + "/roles",
        path + "/members?limit=100",
        path + "/members?userIds=" + me,
        path + "/members/me/limits",
        path + "/presences",
        "/api/channels/" + server.get("channels").get(0).get("id").asString() + "/messages");
  }

  private boolean joins(JsonNode large, JsonNode small, PrintStream out)
      throws IOException, InterruptedException {
    long[] took = new long[JOINED];
    long[] tookSmall = new long[JOINED];
    for (int i = 0; i < JOINED; i++) {
      took[i] = join(large);
      tookSmall[i] = join(small);
    }
    Arrays.sort(took);
    Arrays.sort(tookSmall);
    double ratio = percentile(took, 0.5) / percentile(tookSmall, 0.5);
    out.printf(
        Locale.ROOT,
        "joined: p50 %.1f ms, p99 %.1f ms; one of %d: p50 %.1f ms, p99 %.1f ms; %.2f times%n",
        percentile(took, 0.5),
        percentile(took, 0.99),
        FEW,
        percentile(tookSmall, 0.5),
        percentile(tookSmall, 0.99),
        ratio);
    return ratio < MARK_RATIO;
  }

  /** And leaves again. */
  private long join(JsonNode server) throws IOException, InterruptedException {
    String path = "/api/servers/" + server.get("id").asString() + "/members/me";
    long began = System.nanoTime();
    guest.change("PUT", path);
    long took = System.nanoTime() - began;
    guest.change("DELETE", path);
    return took;
  }

  private static double percentile(long[] sorted, double part) {
    return sorted[(int) (sorted.length * part)] / 1e6;
  }
}
