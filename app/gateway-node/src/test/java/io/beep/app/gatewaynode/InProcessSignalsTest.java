package io.beep.app.gatewaynode;

import io.beep.gateway.feed.Signals;

final class InProcessSignalsTest implements SignalsContract {

  private final Signals signals = Signals.inProcess();

  @Override
  public Signals here() {
    return signals;
  }

  @Override
  public Signals there() {
    return signals;
  }
}
