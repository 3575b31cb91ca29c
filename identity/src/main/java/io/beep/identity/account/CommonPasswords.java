package io.beep.identity.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Passwords that anyone who guesses tries first.
 *
 * <p>The list is the one that zxcvbn ships, 30 000 passwords by how often they were seen in
 * breaches. Most are shorter than what Beep accepts, and people make them longer in the same few
 * ways; so a password is also common when it is one of the list with up to six digits and signs
 * around it ({@code liverpool2026!}), in leet ({@code p4ssw0rd123}), said twice, one character over
 * and over, or a run along the alphabet or the digits.
 */
final class CommonPasswords {

  private static final String LIST = "/com/nulabinc/zxcvbn/matchers/dictionaries/passwords.txt";

  /** Shorter words of the list are inside too much that is not common. */
  private static final int SHORTEST_CORE = 5;

  private static final int MOST_DECORATION = 6;
  private static final Pattern EDGES = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");

  private final Set<String> words;

  private CommonPasswords(Set<String> words) {
    this.words = words;
  }

  static CommonPasswords load() {
    try (InputStream in = Zxcvbn.class.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new IllegalStateException("no list of common passwords at " + LIST);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return new CommonPasswords(
          reader.lines().map(CommonPasswords::fold).collect(Collectors.toCollection(HashSet::new)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the list of common passwords", e);
    }
  }

  boolean contains(String password) {
    String folded = fold(password);
    return isListed(folded) || isListed(plain(folded)) || isRepeated(folded) || isRun(folded);
  }

  private boolean isListed(String folded) {
    if (words.contains(folded)) {
      return true;
    }
    String core = EDGES.matcher(folded).replaceAll("");
    return core.length() >= SHORTEST_CORE
        && folded.length() - core.length() <= MOST_DECORATION
        && words.contains(core);
  }

  private boolean isRepeated(String folded) {
    int length = folded.length();
    for (int part = 1; part <= length / 2; part++) {
      if (length % part == 0 && folded.equals(folded.substring(0, part).repeat(length / part))) {
        return part < SHORTEST_CORE || words.contains(folded.substring(0, part));
      }
    }
    return false;
  }

  private static boolean isRun(String folded) {
    int step = step(folded, 1);
    if (Math.abs(step) != 1) {
      return false;
    }
    for (int i = 2; i < folded.length(); i++) {
      if (step(folded, i) != step) {
        return false;
      }
    }
    return true;
  }

  /** From one character to the next; the digits go round, 0 after 9 and 9 before 0. */
  private static int step(String folded, int index) {
    char from = folded.charAt(index - 1);
    char to = folded.charAt(index);
    int step = to - from;
    return Character.isDigit(from) && Character.isDigit(to) && Math.abs(step) == 9
        ? -Integer.signum(step)
        : step;
  }

  private static String fold(String password) {
    return password.toLowerCase(Locale.ROOT);
  }

  /** Undoes leet inside the word; digits after it are decoration and stay. */
  private static String plain(String folded) {
    int end = folded.length();
    while (end > 0 && !Character.isLetter(folded.charAt(end - 1))) {
      end--;
    }
    StringBuilder plain = new StringBuilder(folded.length());
    for (int i = 0; i < end; i++) {
      char c = folded.charAt(i);
      plain.append(
          switch (c) {
            case '0' -> 'o';
            case '1', '!' -> 'i';
            case '3' -> 'e';
            case '4', '@' -> 'a';
            case '5', '$' -> 's';
            case '7' -> 't';
            default -> c;
          });
    }
    return plain.append(folded, end, folded.length()).toString();
  }
}
