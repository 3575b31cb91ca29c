package io.beep.coreapi.moderation;

import java.util.List;

/**
 * How a server keeps itself safe.
 *
 * @param blocked messages with one of these words are refused
 * @param reported messages with one of these words are sent and reported
 * @param newMemberSeconds how long members are limited after they joined; 0 for not at all
 * @param position the place in the event stream up to which the answer knows everything
 */
public record SafetyView(
    List<String> blocked, List<String> reported, long newMemberSeconds, long position) {

  public SafetyView {
    blocked = List.copyOf(blocked);
    reported = List.copyOf(reported);
  }
}
