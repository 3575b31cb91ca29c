package io.beep.gateway.feed;

import java.util.function.Consumer;

/**
 * Carries signals to every node, at most once, in no order that anyone may rely on. Never waits for
 * a listener.
 */
public interface Signals {

  void publish(Signal signal);

  /** Once, at start. */
  void listen(Consumer<Signal> listener);

  /** For a single node. */
  static Signals inProcess() {
    return new Signals() {
      private volatile Consumer<Signal> listener = _ -> {};

      @Override
      public void publish(Signal signal) {
        listener.accept(signal);
      }

      @Override
      public void listen(Consumer<Signal> newListener) {
        listener = newListener;
      }
    };
  }
}
