package io.beep.app.operations.health;

import io.beep.app.operations.health.Health.PartHealth;
import io.beep.gateway.shared.health.HealthView;
import io.beep.gateway.shared.health.HealthView.PartView;
import io.beep.gateway.shared.health.NodeHealth;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Tells a gateway how its node is. */
public final class GatewayHealth implements NodeHealth {

  private final HealthMonitor monitor;

  public GatewayHealth(HealthMonitor monitor) {
    this.monitor = monitor;
  }

  @Override
  public HealthView now() {
    Health health = monitor.health();
    Map<String, PartView> parts = new LinkedHashMap<>();
    health.parts().forEach(part -> parts.put(part.name(), view(part)));
    return new HealthView(
        health.state().name().toLowerCase(Locale.ROOT), health.isReady(), health.since(), parts);
  }

  private static PartView view(PartHealth part) {
    return new PartView(part.up() ? "up" : "down", part.required(), part.since(), part.fault());
  }
}
