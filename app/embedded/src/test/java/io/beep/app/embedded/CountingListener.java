package io.beep.app.embedded;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it is told, in order. */
final class CountingListener implements ChildListener {

  private final List<String> heard = new CopyOnWriteArrayList<>();

  @Override
  public void died(String child, int exitCode) {
    heard.add("died");
  }

  @Override
  public void restartFailed(String child, Exception reason) {
    heard.add("restart failed");
  }

  @Override
  public void restarted(String child, Duration downtime) {
    heard.add("restarted");
  }

  List<String> heard() {
    return List.copyOf(heard);
  }
}
