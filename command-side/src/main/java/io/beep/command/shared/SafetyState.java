package io.beep.command.shared;

import io.beep.coreapi.moderation.MemberTrusted;
import io.beep.coreapi.moderation.NewMemberLimitSet;
import io.beep.coreapi.moderation.SafetyEvent;
import io.beep.coreapi.moderation.WordAction;
import io.beep.coreapi.moderation.WordsAllowed;
import io.beep.coreapi.moderation.WordsForbidden;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a server's safety decides about messages. Absent for a server that never had any, as most
 * are: then nobody pays for it.
 *
 * @param matcher of both lists, those that block first; null for none
 * @param newMemberSeconds how long members are limited after they joined; 0 for not at all
 */
record SafetyState(
    List<String> blocked,
    List<String> reported,
    @Nullable WordMatcher matcher,
    long newMemberSeconds) {

  private static final SafetyState NONE = new SafetyState(List.of(), List.of(), null, 0);

  static @Nullable SafetyState fold(@Nullable SafetyState state, Object event) {
    return event instanceof SafetyEvent after ? (state == null ? NONE : state).after(after) : state;
  }

  private SafetyState after(SafetyEvent event) {
    return switch (event) {
      case WordsForbidden forbidden when forbidden.action().equals(WordAction.BLOCK.wireName()) ->
          of(with(blocked, forbidden.words()), without(reported, forbidden.words()));
      case WordsForbidden forbidden ->
          of(without(blocked, forbidden.words()), with(reported, forbidden.words()));
      case WordsAllowed allowed ->
          of(without(blocked, allowed.words()), without(reported, allowed.words()));
      case NewMemberLimitSet set -> new SafetyState(blocked, reported, matcher, set.seconds());
      case MemberTrusted ignored -> this;
    };
  }

  private SafetyState of(List<String> blocked, List<String> reported) {
    List<String> all = with(blocked, reported);
    return new SafetyState(
        blocked, reported, all.isEmpty() ? null : new WordMatcher(all), newMemberSeconds);
  }

  private static List<String> with(List<String> words, List<String> more) {
    List<String> all = new ArrayList<>(without(words, more));
    all.addAll(more);
    return List.copyOf(all);
  }

  private static List<String> without(List<String> words, List<String> gone) {
    return words.stream().filter(word -> !gone.contains(word)).toList();
  }

  /** The word of the filter that the text has; null for none. */
  @Nullable String find(String text) {
    return matcher == null ? null : matcher.find(text);
  }
}
