package io.beep.app.operations.logging;

import io.beep.coreapi.shared.MessageKeys;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * What is known of the command, query or event that this thread handles. It is looked for when
 * something is logged, and costs nothing while nothing is.
 */
final class MessageContext {

  /** By the names that they have in a line. */
  private static final Map<String, String> KEYS =
      Map.of("requestId", MessageKeys.REQUEST_ID, "userId", MessageKeys.ACTOR);

  private MessageContext() {}

  static Map<String, Object> current() {
    if (!CurrentUnitOfWork.isStarted()) {
      return Map.of();
    }
    MetaData metaData = CurrentUnitOfWork.get().getMessage().getMetaData();
    Map<String, Object> known = new LinkedHashMap<>();
    KEYS.forEach(
        (name, key) -> {
          Object value = metaData.get(key);
          if (value != null) {
            known.put(name, value);
          }
        });
    return known;
  }
}
