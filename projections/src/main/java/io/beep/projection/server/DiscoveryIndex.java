package io.beep.projection.server;

import io.beep.projection.shared.Sink;
import io.beep.projection.shared.index.BulkWriter;
import io.beep.projection.shared.index.SearchCalls;
import io.beep.projection.shared.index.SearchIndexException;
import io.beep.projection.shared.index.SearchIndexes;
import io.beep.readmodel.server.ServerDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.VersionType;
import org.opensearch.client.opensearch.core.bulk.BulkOperation;
import org.opensearch.client.opensearch.core.mget.MultiGetResponseItem;

/**
 * Writes the documents of servers, at least once. A batch reads those that it changes, by their ids
 * and so as they were last written, and writes each once, with the place of its last event as its
 * version: what comes twice is older than that and changes nothing.
 */
final class DiscoveryIndex implements Sink<ServerChange> {

  /** What an index does not know that was made before them; to say it again changes nothing. */
  private static final String LATER_FIELDS =
      "{\"properties\":{\"%s\":{\"type\":\"boolean\"}}}".formatted(ServerDocument.CLOSED);

  private final SearchCalls calls;
  private final SearchIndexes indexes;
  private final BulkWriter bulk;
  private final Activity activity = new Activity();
  private final String name;
  private volatile boolean present;

  private DiscoveryIndex(OpenSearchClient client, String name) {
    this.calls = new SearchCalls(client);
    this.indexes = new SearchIndexes(calls, ServerDocument.SHAPE);
    this.bulk = new BulkWriter(calls, name, isAlias(name));
    this.name = name;
  }

  /** The one that is searched, whichever it is; made when it is missing. */
  static DiscoveryIndex serving(OpenSearchClient client) {
    return new DiscoveryIndex(client, ServerDocument.ALIAS);
  }

  /** One that nobody searches yet. */
  static DiscoveryIndex building(OpenSearchClient client, String name) {
    return new DiscoveryIndex(client, name);
  }

  private static boolean isAlias(String name) {
    return name.equals(ServerDocument.ALIAS);
  }

  private void ensure() {
    if (!present) {
      if (isAlias(name)) {
        indexes.ensureServing();
        calls.require("PUT", "/" + name + "/_mapping", LATER_FIELDS);
      }
      present = true;
    }
  }

  /** Throws all documents away; an empty index takes the place of the old one. */
  void recreate() {
    present = false;
    indexes.serving().forEach(indexes::delete);
    ensure();
  }

  @Override
  public void write(List<ServerChange> changes) {
    try {
      ensure();
      List<ServerChange> counting = new ArrayList<>();
      Map<Long, Integer> reached = new HashMap<>();
      for (ServerChange change : changes) {
        if (isOfConsequence(change, reached)) {
          counting.add(change);
        }
      }
      Map<UUID, Held> held = load(counting);
      counting.forEach(
          change -> apply(change, Objects.requireNonNull(held.get(change.serverId())), reached));
      bulk.apply(held.values().stream().filter(Held::isChanged).map(Held::operation).toList());
    } catch (SearchIndexException e) {
      present = false;
      activity.forgetAll();
      throw e;
    }
  }

  /**
   * Most messages are not: they are counted, and that is all.
   *
   * @param reached takes which power of two of its day a message reaches, by its position
   */
  private boolean isOfConsequence(ServerChange change, Map<Long, Integer> reached) {
    if (!(change instanceof ServerChange.Spoken message) || !activity.knows(change.serverId())) {
      return true;
    }
    activity.count(message).ifPresent(level -> reached.put(message.position(), level));
    return reached.containsKey(message.position());
  }

  private void apply(ServerChange change, Held held, Map<Long, Integer> reached) {
    switch (change) {
      case ServerChange.Founded founded -> held.put(founded.document(), founded.position());
      case ServerChange.Changed changed -> held.change(changed.change(), changed.position());
      case ServerChange.Gone gone -> {
        held.put(null, gone.position());
        activity.forget(gone.serverId());
      }
      case ServerChange.Spoken message -> {
        Integer known = reached.get(message.position());
        OptionalInt level = known == null ? learn(message, held) : OptionalInt.of(known);
        level.ifPresent(
            power ->
                held.change(
                    document -> Activity.noted(document, message.day(), power),
                    message.position()));
      }
    }
  }

  private OptionalInt learn(ServerChange.Spoken message, Held held) {
    if (!activity.knows(message.serverId())) {
      activity.learn(message.serverId(), held.document, held.version);
    }
    return activity.count(message);
  }

  private Map<UUID, Held> load(List<ServerChange> changes) {
    Set<UUID> servers = new LinkedHashSet<>();
    changes.forEach(change -> servers.add(change.serverId()));
    Map<UUID, Held> held = new HashMap<>();
    servers.forEach(server -> held.put(server, new Held(server.toString())));
    if (servers.isEmpty()) {
      return held;
    }
    List<String> ids = servers.stream().map(UUID::toString).toList();
    calls
        .call(
            () -> calls.client().mget(get -> get.index(name).ids(ids), ServerDocument.class),
            SearchCalls.LIMIT)
        .docs()
        .forEach(item -> learn(item, held));
    return held;
  }

  private static void learn(MultiGetResponseItem<ServerDocument> item, Map<UUID, Held> held) {
    if (item.isFailure()) {
      throw new SearchIndexException("document " + item.failure().id() + " cannot be read");
    }
    if (item.result().found()) {
      Held known = Objects.requireNonNull(held.get(UUID.fromString(item.result().id())));
      known.document = item.result().source();
      known.version = Objects.requireNonNull(item.result().version());
    }
  }

  /** A document while its batch is written. */
  private static final class Held {
    private final String id;
    private @Nullable ServerDocument document;
    private long version = -1;
    private boolean changed;

    Held(String id) {
      this.id = id;
    }

    boolean isChanged() {
      return changed;
    }

    void change(UnaryOperator<ServerDocument> change, long position) {
      ServerDocument before = document;
      // There is none of a server that is gone.
      if (before != null) {
        put(change.apply(before), position);
      }
    }

    void put(@Nullable ServerDocument after, long position) {
      if (position > version && !Objects.equals(after, document)) {
        changed = true;
        document = after;
        version = position;
      }
    }

    BulkOperation operation() {
      ServerDocument written = document;
      return written == null
          ? BulkOperation.of(
              operation ->
                  operation.delete(
                      delete ->
                          delete.id(id).version(version).versionType(VersionType.ExternalGte)))
          : BulkOperation.of(
              operation ->
                  operation.index(
                      index ->
                          index
                              .id(id)
                              .version(version)
                              .versionType(VersionType.ExternalGte)
                              .document(written)));
    }
  }
}
