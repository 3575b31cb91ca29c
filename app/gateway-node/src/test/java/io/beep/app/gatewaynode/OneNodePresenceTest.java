package io.beep.app.gatewaynode;

import io.beep.gateway.feed.presence.ChosenStatuses;
import io.beep.gateway.feed.presence.Neighbours;
import java.time.Duration;

final class OneNodePresenceTest implements PresenceContract {

  private final ChosenStatuses statuses = ChosenStatuses.inMemory();
  private PresenceNode node = new PresenceNode(Neighbours.none(), statuses);

  @Override
  public PresenceNode here() {
    return node;
  }

  @Override
  public PresenceNode there() {
    return node;
  }

  @Override
  public ChosenStatuses statuses() {
    return statuses;
  }

  @Override
  public void killHere() {
    // What it knew goes with the start of the next one.
  }

  @Override
  public void startHere() {
    node = new PresenceNode(Neighbours.none(), statuses);
  }

  @Override
  public void passesBetween(Duration time) {
    // There is nobody between whom it could pass.
  }
}
