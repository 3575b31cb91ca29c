package io.beep.app.standalone;

import io.beep.app.axon.ProcessorLags;
import io.beep.app.operations.health.Check;
import io.beep.app.operations.health.DatabaseCheck;
import io.beep.app.operations.health.FilesCheck;
import io.beep.app.operations.health.HttpCheck;
import io.beep.app.operations.health.LagCheck;
import io.beep.app.operations.health.Part;
import io.beep.media.file.ObjectStore;
import java.util.List;
import javax.sql.DataSource;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.springframework.context.ApplicationContext;

/** What the standalone product needs. Without search and files it does all the rest. */
final class StandaloneHealth {

  private StandaloneHealth() {}

  static List<Part> parts(ApplicationContext core, HttpCheck identity) {
    ProcessorLags lags = core.getBean(ProcessorLags.class);
    return List.of(
        Part.required("event-store", database(core, "eventStoreDataSource")),
        Part.required("read-model", database(core, "readModelDataSource")),
        Part.required("identity", identity),
        Part.required("projection-directory", new LagCheck(lags::read, "directory")),
        Part.required("projection-timeline", new LagCheck(lags::read, "timeline")),
        Part.optional("projection-audit", new LagCheck(lags::read, "audit")),
        Part.optional("projection-search", new LagCheck(lags::read, "search")),
        Part.optional("projection-discovery", new LagCheck(lags::read, "discovery")),
        Part.optional("search", search(core.getBean(OpenSearchClient.class))),
        Part.optional("files", new FilesCheck(() -> core.getBean(ObjectStore.class))));
  }

  private static DatabaseCheck database(ApplicationContext core, String name) {
    return new DatabaseCheck(core.getBean(name, DataSource.class));
  }

  private static Check search(OpenSearchClient client) {
    return () -> client.ping().value() ? null : "does not answer";
  }
}
