package io.beep.app.standalone.backup;

import java.util.Map;

/** Which schemas a backup holds, and whose migrations make them. */
final class ModuleSchemas {

  /** Folder of the class path with the migrations of each. */
  static final Map<String, String> KEPT =
      Map.of("events", "db/event-store", "gateway", "db/gateway", "identity", "db/identity");

  private ModuleSchemas() {}

  /** Whether it follows from the events and is left out. */
  static boolean isDerived(String schema) {
    return schema.equals("read_model") || schema.equals("sagas") || schema.startsWith("rebuild_");
  }
}
