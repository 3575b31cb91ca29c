package io.beep.command.shared;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Finds any of some words and phrases in a text, in one walk along it, however many they are: the
 * automaton of Aho and Corasick over folded texts. A word is found whole, {@code *} at an end lets
 * letters follow there. The earlier in the list wins.
 */
final class WordAutomaton {

  private static final int ROOT = 0;

  /** No word: behind all of them. */
  static final int NONE = Integer.MAX_VALUE;

  private final List<Map<Character, Integer>> steps = new ArrayList<>();
  private final int[] fallback;
  private final int[] found;

  /**
   * @param words each with something to be found, as {@link #pattern} tells
   */
  WordAutomaton(List<String> words) {
    List<Integer> ends = new ArrayList<>();
    steps.add(new HashMap<>());
    ends.add(NONE);
    for (int i = 0; i < words.size(); i++) {
      int node = ROOT;
      for (char c : pattern(words.get(i)).toCharArray()) {
        Integer next = steps.get(node).get(c);
        if (next == null) {
          next = steps.size();
          steps.get(node).put(c, next);
          steps.add(new HashMap<>());
          ends.add(NONE);
        }
        node = next;
      }
      ends.set(node, Math.min(ends.get(node), i));
    }
    fallback = new int[steps.size()];
    found = ends.stream().mapToInt(Integer::intValue).toArray();
    link();
  }

  /** What is looked for in a folded text; empty when nothing could be found, or everything. */
  static String pattern(String word) {
    String text = word.strip();
    boolean before = text.startsWith("*");
    boolean after = text.endsWith("*");
    String folded = FoldedText.of(text);
    if (folded.isEmpty()) {
      return "";
    }
    return folded.substring(before ? 1 : 0, folded.length() - (after ? 1 : 0));
  }

  private void link() {
    Queue<Integer> waiting = new ArrayDeque<>(steps.get(ROOT).values());
    while (!waiting.isEmpty()) {
      int node = waiting.remove();
      found[node] = Math.min(found[node], found[fallback[node]]);
      steps
          .get(node)
          .forEach(
              (c, next) -> {
                fallback[next] = step(fallback[node], c);
                waiting.add(next);
              });
    }
  }

  private int step(int from, char c) {
    int node = from;
    while (true) {
      Integer next = steps.get(node).get(c);
      if (next != null) {
        return next;
      }
      if (node == ROOT) {
        return ROOT;
      }
      node = fallback[node];
    }
  }

  /** Which of the words the text has, the first in the order of the list; {@link #NONE}. */
  int find(String text) {
    String folded = FoldedText.of(text);
    int best = NONE;
    int node = ROOT;
    for (int i = 0; i < folded.length() && best > 0; i++) {
      node = step(node, folded.charAt(i));
      best = Math.min(best, found[node]);
    }
    return best;
  }
}
