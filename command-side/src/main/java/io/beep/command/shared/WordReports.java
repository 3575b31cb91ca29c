package io.beep.command.shared;

import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.UserId;

/** Takes reports of the word filter, within the commit of the running command. */
@FunctionalInterface
public interface WordReports {

  /**
   * @param version of the message, the place of its last event in its own stream
   */
  void file(ChannelPlace place, MessageId messageId, UserId author, long version);
}
