package io.beep.gateway.shared.health;

import io.beep.gateway.shared.http.Endpoint;
import java.util.List;

/** For probes and for people. */
public final class HealthEndpoints {

  private HealthEndpoints() {}

  public static List<Endpoint> of(NodeHealth health) {
    return List.of(new LiveEndpoint(), new ReadyEndpoint(health));
  }
}
