package io.beep.gateway.feed.presence;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.LongAdder;

/** What presence did, for metrics and tests. */
public final class PresenceCounters {

  private final LongAdder told = new LongAdder();
  private final LongAdder frames = new LongAdder();
  private final LongAdder silent = new LongAdder();
  private final LongAdder unread = new LongAdder();
  private volatile int waiting;
  private volatile int people;
  private volatile int devices;

  public PresenceCounters(MeterRegistry registry) {
    FunctionCounter.builder("beep.presence.told", told, LongAdder::sum)
        .description("Presences of a person put into a frame for a stream")
        .register(registry);
    FunctionCounter.builder("beep.presence.frames", frames, LongAdder::sum)
        .description("Frames of presences put into the outbox of a stream")
        .register(registry);
    FunctionCounter.builder("beep.presence.silent", silent, LongAdder::sum)
        .description("Devices that gave no sign of life any more")
        .register(registry);
    FunctionCounter.builder("beep.presence.unread", unread, LongAdder::sum)
        .description("Failures to read what people chose; they are shown as offline meanwhile")
        .register(registry);
    Gauge.builder("beep.presence.waiting", this, counters -> counters.waiting)
        .description("People whose presence is told later, because it was told just now or much is")
        .register(registry);
    Gauge.builder("beep.presence.people", this, counters -> counters.people)
        .description("People who are connected to any node")
        .register(registry);
    Gauge.builder("beep.presence.devices", this, counters -> counters.devices)
        .description("Devices that are connected to this node")
        .register(registry);
  }

  void told(int presences, int nowWaiting) {
    told.add(presences);
    waiting = nowWaiting;
  }

  void connected(int nowPeople, int nowDevices) {
    people = nowPeople;
    devices = nowDevices;
  }

  void silent(int devices) {
    silent.add(devices);
  }

  public void frame() {
    frames.increment();
  }

  public void unread() {
    unread.increment();
  }

  public long tellings() {
    return told.sum();
  }

  public long frames() {
    return frames.sum();
  }
}
