package io.beep.command.shared;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What somebody new does not post yet: what the app would make a link of, or show as a call of
 * everyone or of many, however it is written.
 */
final class Newcomers {

  /** Seconds between two messages of a new member in a channel. */
  static final int PACE = 10;

  /**
   * What the address of every link has that can be followed, and what looks like a link and is
   * none.
   */
  private static final List<String> LINKS = List.of("://", "http:", "https:", "mailto:", "](");

  /** So many people they call in a message at most. */
  private static final int MENTIONS = 3;

  private static final String WWW = "www.";

  private Newcomers() {}

  /** Whether it has a link, or calls everyone or many. */
  static boolean isTooMuch(String content) {
    String shown = ShownText.decoded(content).toLowerCase(Locale.ROOT);
    if (hasLink(shown) || hasMail(shown) || callsMany(shown)) {
      return true;
    }
    // Within an address breaks and tabs count for nothing.
    String bare = bare(shown);
    return bare.length() < shown.length() && (hasLink(bare) || callsMany(bare));
  }

  private static boolean hasLink(String lower) {
    return LINKS.stream().anyMatch(lower::contains) || hasSite(lower);
  }

  private static boolean hasSite(String lower) {
    for (int at = lower.indexOf(WWW); at >= 0; at = lower.indexOf(WWW, at + 1)) {
      if (at == 0 || !Character.isLetterOrDigit(lower.codePointBefore(at))) {
        return true;
      }
    }
    return false;
  }

  /** Whether an address of mail is in it: {@code ada@example.org} becomes a link by itself. */
  private static boolean hasMail(String lower) {
    for (int at = lower.indexOf('@'); at >= 0; at = lower.indexOf('@', at + 1)) {
      int end = at + 1;
      while (end < lower.length() && isOfLabel(lower.charAt(end))) {
        end++;
      }
      boolean named =
          at > 0 && (isOfLabel(lower.charAt(at - 1)) || ".+".indexOf(lower.charAt(at - 1)) >= 0);
      if (named
          && end > at + 1
          && end + 1 < lower.length()
          && lower.charAt(end) == '.'
          && isOfLabel(lower.charAt(end + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfLabel(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  }

  private static boolean callsMany(String lower) {
    if (lower.indexOf('@') < 0) {
      return false;
    }
    Set<String> names = Mentions.in(lower);
    return names.size() > MENTIONS || names.contains("everyone") || names.contains("here");
  }

  private static String bare(String text) {
    StringBuilder bare = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c != '\t' && c != '\n' && c != '\r' && !ShownText.hasNoShape(c))
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }
}
