package io.beep.command.moderation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.beep.coreapi.moderation.LimitNewMembers;
import io.beep.coreapi.moderation.NewMemberLimitSet;
import io.beep.coreapi.moderation.SafetyId;
import io.beep.coreapi.moderation.WordAction;
import io.beep.coreapi.moderation.WordsAllowed;
import io.beep.coreapi.moderation.WordsForbidden;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** How one server keeps itself safe. {@link SafetyDesk} carries out the commands. */
public final class Safety {

  @AggregateIdentifier private @Nullable SafetyId id;

  /** What becomes of a message with each word of the filter. */
  private final Map<String, String> words = new LinkedHashMap<>();

  /** 0 for no limit. */
  private long newMemberSeconds;

  Safety() {}

  /** Tells of what changes, and of nothing else. */
  void forbid(ServerId server, UserId actor, List<String> blocked, List<String> reported) {
    List<String> allowed =
        words.keySet().stream()
            .filter(word -> !blocked.contains(word) && !reported.contains(word))
            .toList();
    List<WordsForbidden> changes =
        Stream.of(
                change(server, actor, blocked, WordAction.BLOCK),
                change(server, actor, reported, WordAction.REPORT))
            .filter(change -> !change.words().isEmpty())
            .toList();
    if (!allowed.isEmpty()) {
      apply(new WordsAllowed(server, allowed, actor));
    }
    changes.forEach(change -> apply(change));
  }

  /** Leaves all other words as they are. */
  void edit(
      ServerId server,
      UserId actor,
      List<String> blocked,
      List<String> reported,
      List<String> allowed) {
    Map<String, String> wished = SafetyRules.edited(words, blocked, reported, allowed);
    SafetyRules.requireFew(wished.size());
    forbid(server, actor, having(wished, WordAction.BLOCK), having(wished, WordAction.REPORT));
  }

  private static List<String> having(Map<String, String> words, WordAction action) {
    return words.entrySet().stream()
        .filter(word -> action.wireName().equals(word.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  void limitNewMembers(LimitNewMembers command) {
    if (command.seconds() != newMemberSeconds) {
      apply(new NewMemberLimitSet(command.serverId(), command.seconds(), command.actor()));
    }
  }

  private WordsForbidden change(
      ServerId server, UserId actor, List<String> wished, WordAction action) {
    return new WordsForbidden(
        server,
        wished.stream().filter(word -> !action.wireName().equals(words.get(word))).toList(),
        action.wireName(),
        actor);
  }

  @EventSourcingHandler
  void evolve(WordsForbidden event) {
    id = new SafetyId(event.serverId());
    for (String word : event.words()) {
      words.put(word, event.action());
    }
  }

  @EventSourcingHandler
  void evolve(NewMemberLimitSet event) {
    id = new SafetyId(event.serverId());
    newMemberSeconds = event.seconds();
  }

  @EventSourcingHandler
  void evolve(WordsAllowed event) {
    words.keySet().removeAll(event.words());
  }
}
