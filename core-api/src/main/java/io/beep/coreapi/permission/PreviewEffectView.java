package io.beep.coreapi.permission;

import io.beep.coreapi.shared.permission.PermissionSet;
import java.util.List;

/**
 * What a change would give and take.
 *
 * @param channels where, as far as the asking one sees them; none for the server as a whole
 */
public record PreviewEffectView(
    List<PreviewChannelView> channels, PermissionSet gained, PermissionSet lost) {

  public PreviewEffectView {
    channels = List.copyOf(channels);
  }
}
