package io.beep.command.channel;

import io.beep.command.shared.Texts;
import io.beep.coreapi.channel.ChannelError;
import io.beep.coreapi.channel.ChannelType;
import io.beep.coreapi.shared.DomainException;
import org.jspecify.annotations.Nullable;

/** What may be written about a channel. */
final class ChannelRules {

  static final int NAME_MOST = 100;
  static final int TOPIC_MOST = 1024;

  /** Six hours. */
  static final int SLOW_MODE_MOST = 21_600;

  private ChannelRules() {}

  /** The name as it is kept. */
  static String requireName(String name) {
    String trimmed = Texts.trimmed(name);
    if (!Texts.isName(trimmed, NAME_MOST)) {
      throw new DomainException(new ChannelError.NameInvalid(NAME_MOST));
    }
    return trimmed;
  }

  static int requireSlowMode(int seconds, ChannelType type) {
    if (seconds < 0 || seconds > SLOW_MODE_MOST || seconds > 0 && type == ChannelType.FOLDER) {
      throw new DomainException(new ChannelError.SlowModeInvalid(SLOW_MODE_MOST));
    }
    return seconds;
  }

  /** The topic as it is kept, null when there is none. */
  static @Nullable String requireTopic(@Nullable String topic) {
    String trimmed = Texts.trimmedOrNull(topic);
    if (trimmed != null && Texts.length(trimmed) > TOPIC_MOST) {
      throw new DomainException(new ChannelError.TopicTooLong(TOPIC_MOST));
    }
    return trimmed;
  }
}
