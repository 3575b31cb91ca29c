package io.beep.gateway.user;

import io.beep.gateway.shared.bus.Bridge;
import io.beep.gateway.shared.bus.KnownPosition;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.identity.api.Registrations;
import java.util.List;
import java.util.function.LongSupplier;

/** Every slice of this feature. */
public final class UserEndpoints {

  private UserEndpoints() {}

  /**
   * @param head the place of the newest event there is; may block
   */
  public static List<Endpoint> of(
      Registrations registrations,
      LongSupplier head,
      Bridge bridge,
      KnownPosition known,
      QueryAsker queries) {
    return List.of(
        new RegisterEndpoint(registrations, head, bridge, known), new GetMeEndpoint(queries));
  }
}
