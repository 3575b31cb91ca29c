package io.beep.coreapi.server;

import io.beep.coreapi.shared.permission.PermissionSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server is born with when it is founded by a template.
 *
 * @param roles the highest first, without that of everyone
 * @param channels in their order, each folder before what it holds
 */
public record TemplateView(
    ServerTemplate id,
    String name,
    String about,
    List<TemplateRole> roles,
    List<TemplateChannel> channels) {

  public TemplateView {
    roles = List.copyOf(roles);
    channels = List.copyOf(channels);
  }

  /**
   * @param colour {@code #rrggbb}
   */
  public record TemplateRole(String name, String colour, PermissionSet permissions) {}

  /**
   * @param type {@code text}, {@code voice} or {@code folder}
   * @param folder the name of the folder that holds it; null for none
   * @param hidden whether only the owner and administrators see it at first
   */
  public record TemplateChannel(
      String name, String type, @Nullable String folder, boolean hidden) {}
}
