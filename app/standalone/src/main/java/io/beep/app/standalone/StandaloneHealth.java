package io.beep.app.standalone;

import io.beep.app.axon.ProcessorLags;
import io.beep.app.operations.health.Check;
import io.beep.app.operations.health.DatabaseCheck;
import io.beep.app.operations.health.HttpCheck;
import io.beep.app.operations.health.LagCheck;
import io.beep.app.operations.health.Part;
import io.beep.media.file.ObjectStore;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.springframework.context.ApplicationContext;

/** What the standalone product needs. Without search and files it does all the rest. */
final class StandaloneHealth {

  /** Is asked for, and never there: the answer shows that the store answers. */
  private static final String NO_OBJECT = "health/none";

  private StandaloneHealth() {}

  static List<Part> parts(ApplicationContext core, HttpCheck identity) {
    ProcessorLags lags = core.getBean(ProcessorLags.class);
    return List.of(
        Part.required("event-store", database(core, "eventStoreDataSource")),
        Part.required("read-model", database(core, "readModelDataSource")),
        Part.required("identity", identity),
        Part.required("projection-directory", new LagCheck(lags, "directory")),
        Part.required("projection-timeline", new LagCheck(lags, "timeline")),
        Part.optional("projection-search", new LagCheck(lags, "search")),
        Part.optional("search", search(core.getBean(OpenSearchClient.class))),
        Part.optional("files", files(core.getBean(ObjectStore.class))));
  }

  private static DatabaseCheck database(ApplicationContext core, String name) {
    return new DatabaseCheck(core.getBean(name, DataSource.class));
  }

  private static Check search(OpenSearchClient client) {
    return () -> client.ping().value() ? null : "does not answer";
  }

  private static Check files(ObjectStore store) {
    return () -> {
      Optional<InputStream> none = store.get(NO_OBJECT);
      if (none.isPresent()) {
        none.get().close();
      }
      return null;
    };
  }
}
