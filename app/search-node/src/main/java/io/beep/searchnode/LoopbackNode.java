package io.beep.searchnode;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.Version;
import org.opensearch.action.admin.cluster.health.ClusterHealthResponse;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.common.unit.TimeValue;
import org.opensearch.index.mapper.MapperExtrasModulePlugin;
import org.opensearch.index.reindex.ReindexModulePlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/**
 * A node that is a whole cluster, on 127.0.0.1. Beside the core it has the language analyzers,
 * {@code search_as_you_type} and delete-by-query, whose modules a distribution would bring along.
 */
final class LoopbackNode extends Node {

  private static final String NAME = "beep";

  private static final List<Class<? extends Plugin>> MODULES =
      List.of(
          Netty4ModulePlugin.class,
          CommonAnalysisModulePlugin.class,
          MapperExtrasModulePlugin.class,
          ReindexModulePlugin.class);

  /** After a kill, each shard reads its log first. */
  private static final TimeValue SHARDS_LIMIT = TimeValue.timeValueSeconds(60);

  LoopbackNode(Path home, int httpPort) {
    super(
        InternalSettingsPreparer.prepareEnvironment(
            settings(home, httpPort), Map.of(), home.resolve("config"), () -> NAME),
        MODULES.stream().map(LoopbackNode::onClassPath).toList(),
        false);
  }

  /**
   * Waits until every index that there is can be read, and says how far that went: an index that is
   * broken for good must not keep the others from being searched.
   */
  String awaitShards() {
    ClusterHealthResponse health =
        client()
            .admin()
            .cluster()
            .prepareHealth()
            .setWaitForYellowStatus()
            .setTimeout(SHARDS_LIMIT)
            .get();
    return "health " + health.getStatus() + ", shards " + health.getActiveShards();
  }

  ShardRevival reviveShards() {
    return ShardRevival.start(client().admin().cluster());
  }

  private static Settings settings(Path home, int httpPort) {
    return Settings.builder()
        .put("path.home", home)
        .put("path.data", home.resolve("data"))
        .put("path.logs", home.resolve("logs"))
        .put("node.name", NAME)
        .put("cluster.name", NAME)
        .put("discovery.type", "single-node")
        .put("network.host", "127.0.0.1")
        .put("http.type", "netty4")
        .put("http.port", httpPort)
        .put("transport.type", "netty4")
        .put("transport.port", 0)
        // The kernel's limit on memory maps needs root to be raised.
        .put("node.store.allow_mmap", false)
        // A disk that is 90 % full is no reason to refuse messages on a machine with one disk.
        .put("cluster.routing.allocation.disk.threshold_enabled", false)
        // A misspelt name is an error, not a new index without our analyzers.
        .put("action.auto_create_index", false)
        .build();
  }

  private static PluginInfo onClassPath(Class<? extends Plugin> module) {
    return new PluginInfo(
        module.getName(),
        "a module of the distribution",
        "NA",
        Version.CURRENT,
        "21",
        module.getName(),
        null,
        List.of(),
        false);
  }
}
