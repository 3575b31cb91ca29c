package io.beep.gateway.shared.health;

/** Given by the product: how this node and what it needs are. Answers at once, out of memory. */
@FunctionalInterface
public interface NodeHealth {
  HealthView now();
}
