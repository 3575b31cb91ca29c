package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import java.util.List;

/**
 * The answer to {@link CreateServer}.
 *
 * @param channels in their order, without folders
 */
public record CreatedServer(ServerId id, List<StarterChannel> channels) {

  public CreatedServer {
    channels = List.copyOf(channels);
  }
}
