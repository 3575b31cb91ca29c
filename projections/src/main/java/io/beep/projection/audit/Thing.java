package io.beep.projection.audit;

import io.beep.coreapi.moderation.ReportId;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that administrative acts change or are about.
 *
 * @param kind as it is stored
 * @param id unique among those of its kind in the server
 * @param holder of an overwrite its channel
 */
record Thing(String kind, String id, @Nullable String holder) {

  static final String CHANNEL = "channel";
  static final String ROLE = "role";
  static final String MEMBER = "member";
  static final String OVERWRITE = "overwrite";
  static final String ORDER = "order";

  private static final String SEPARATOR = "/";

  static Thing server(ServerId id) {
    return new Thing("server", id.value().toString(), null);
  }

  static Thing channel(ChannelId id) {
    return new Thing(CHANNEL, id.value().toString(), null);
  }

  static Thing role(RoleId id) {
    return new Thing(ROLE, id.value().toString(), null);
  }

  static Thing member(UserId id) {
    return new Thing(MEMBER, id.value().toString(), null);
  }

  /** That someone is in the server. */
  static Thing membership(UserId user) {
    return new Thing("membership", user.value().toString(), null);
  }

  static Thing invitation(String code) {
    return new Thing("invitation", code, null);
  }

  static Thing message(MessageId id) {
    return new Thing("message", id.value().toString(), null);
  }

  /** The order of a server's roles. */
  static Thing order(ServerId id) {
    return new Thing(ORDER, id.value().toString(), null);
  }

  /** That a member has a role. */
  static Thing grant(UserId member, RoleId role) {
    return new Thing("grant", member.value() + SEPARATOR + role.value(), null);
  }

  /** That someone may not come in. */
  static Thing ban(UserId user) {
    return new Thing("ban", user.value().toString(), null);
  }

  /** That a member may only read. What ends by itself keeps its last state. */
  static Thing timeout(UserId member) {
    return new Thing("timeout", member.value().toString(), null);
  }

  /** That reports about a message or a member were answered. */
  static Thing report(ReportId report) {
    return new Thing("report", report.value().toString(), null);
  }

  /** The words that a server forbids: what becomes of messages with each. */
  static Thing wordFilter(ServerId id) {
    return new Thing("word-filter", id.value().toString(), null);
  }

  /** How long new members of a server are limited. */
  static Thing newMembers(ServerId id) {
    return new Thing("new-members", id.value().toString(), null);
  }

  /** That a new member may do what others may. */
  static Thing trust(UserId member) {
    return new Thing("trust", member.value().toString(), null);
  }

  /**
   * @param targetKind {@code role} or {@code member}
   */
  static Thing overwrite(ChannelId channel, String targetKind, UUID target) {
    String holder = channel.value().toString();
    return new Thing(OVERWRITE, holder + SEPARATOR + targetKind + SEPARATOR + target, holder);
  }
}
