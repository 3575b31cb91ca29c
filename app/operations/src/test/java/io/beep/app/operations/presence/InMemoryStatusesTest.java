package io.beep.app.operations.presence;

import io.beep.gateway.feed.presence.ChosenStatuses;

final class InMemoryStatusesTest implements ChosenStatusesContract {

  private final ChosenStatuses kept = ChosenStatuses.inMemory();

  @Override
  public ChosenStatuses open() {
    return kept;
  }
}
