package io.beep.command.channel;

import io.beep.coreapi.channel.ChannelError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.Quotas;
import io.beep.coreapi.shared.permission.ChannelAccess;
import io.beep.coreapi.shared.permission.Overwrite;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.coreapi.shared.permission.Permissions;

/** What an overwrite may say, and how many a channel may have. */
final class OverwriteRules {

  private OverwriteRules() {}

  /** The overwrite as it is kept. */
  static Overwrite require(PermissionSet allow, PermissionSet deny) {
    requireOfChannels(allow, "allow");
    requireOfChannels(deny, "deny");
    PermissionSet both = allow.intersect(deny);
    if (!both.equals(PermissionSet.NONE)) {
      throw new DomainException(new ChannelError.OverwriteContradictory(both.names().getFirst()));
    }
    return new Overwrite(allow, deny);
  }

  private static void requireOfChannels(PermissionSet permissions, String field) {
    PermissionSet serverWide = permissions.intersect(Permissions.SERVER_WIDE);
    if (!serverWide.equals(PermissionSet.NONE)) {
      throw new DomainException(
          new ChannelError.OverwriteServerWide(serverWide.names().getFirst(), field));
    }
  }

  /** Lets pass when there is room for one more. */
  static void requireRoom(ChannelAccess channel) {
    if (channel.roles().size() + channel.members().size() >= Quotas.OVERWRITES_OF_A_CHANNEL) {
      throw new DomainException(
          new ChannelError.OverwriteLimitReached(Quotas.OVERWRITES_OF_A_CHANNEL));
    }
  }
}
