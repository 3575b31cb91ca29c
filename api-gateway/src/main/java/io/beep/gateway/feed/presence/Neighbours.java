package io.beep.gateway.feed.presence;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.feed.presence.ChosenStatuses.Status;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tells the other nodes who is here, and hears from them who is there. What is told of someone
 * replaces what was told before. A node that falls silent is gone within half a minute, and with it
 * all who were there. Nothing here waits.
 */
public interface Neighbours {

  /**
   * Someone who is at a node.
   *
   * @param idle whether none of their devices there is being used
   * @param servers that they are in
   */
  record Guest(UserId user, boolean idle, Status chosen, Set<ServerId> servers) {
    public Guest {
      servers = Set.copyOf(servers);
    }
  }

  /** What another node is known to have said, or not to say any more. */
  sealed interface Told {

    String node();

    record Here(String node, Guest guest) implements Told {}

    record Gone(String node, UserId user) implements Told {}

    /** All who were there are gone. */
    record Silent(String node) implements Told {}
  }

  /** Someone is at this node. */
  void here(Guest guest);

  /** Someone is not at this node any more. */
  void gone(UserId user);

  /** Once, at start. What belongs together comes together. */
  void listen(Consumer<List<Told>> listener);

  /** For a single node. */
  static Neighbours none() {
    return new Neighbours() {
      @Override
      public void here(Guest guest) {
        // Nobody else needs to know.
      }

      @Override
      public void gone(UserId user) {
        // Nobody else needs to know.
      }

      @Override
      public void listen(Consumer<List<Told>> listener) {
        // Nobody else says anything.
      }
    };
  }
}
