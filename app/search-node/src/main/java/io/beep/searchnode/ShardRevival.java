package io.beep.searchnode;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.opensearch.cluster.health.ClusterHealthStatus;
import org.opensearch.common.unit.TimeValue;
import org.opensearch.transport.client.ClusterAdminClient;

/**
 * Has shards tried again that OpenSearch has given up: it does so after five attempts, within a
 * second, and for ever, while a disk that was full may have room again a minute later.
 */
final class ShardRevival implements AutoCloseable {

  private static final long SECONDS_BETWEEN_LOOKS = 5;
  private static final TimeValue LIMIT = TimeValue.timeValueSeconds(5);

  private final ClusterAdminClient cluster;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("revive-shards").factory());
  private boolean reviving;

  private ShardRevival(ClusterAdminClient cluster) {
    this.cluster = cluster;
  }

  static ShardRevival start(ClusterAdminClient cluster) {
    var revival = new ShardRevival(cluster);
    revival.thread.scheduleWithFixedDelay(
        revival::look, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    return revival;
  }

  private void look() {
    try {
      boolean given = isGivenUp();
      if (given) {
        cluster.prepareReroute().setRetryFailed(true).setTimeout(LIMIT).get(LIMIT);
      }
      if (given != reviving) {
        System.out.println(given ? "an index is down and is tried again" : "every index is up");
      }
      reviving = given;
    } catch (RuntimeException e) {
      System.out.println("could not look after the shards: " + e);
    }
  }

  private boolean isGivenUp() {
    return cluster.prepareHealth().setTimeout(LIMIT).get(LIMIT).getStatus()
        == ClusterHealthStatus.RED;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
