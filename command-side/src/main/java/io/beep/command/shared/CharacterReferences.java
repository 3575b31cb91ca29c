package io.beep.command.shared;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The characters that Markdown lets one write by name or number, such as {@code &eacute;}. */
final class CharacterReferences {

  /** The longest name has 31. */
  private static final int LETTERS_MOST = 32;

  private static final int HEX = 16;
  private static final int DECIMAL = 10;
  private static final int HEX_DIGITS_MOST = 6;
  private static final int DIGITS_MOST = 7;
  private static final String UNKNOWN = "\ufffd";

  private CharacterReferences() {}

  /**
   * Where the reference ends that begins with the ampersand there: behind its semicolon; -1 when
   * none does.
   */
  static int endOf(String text, int ampersand) {
    int most = Math.min(text.length(), ampersand + LETTERS_MOST + 2);
    for (int i = ampersand + 1; i < most; i++) {
      char c = text.charAt(i);
      if (c == ';') {
        return i + 1;
      }
      if (c != '#' && !isDigit(c, Character.MAX_RADIX)) {
        return -1;
      }
    }
    return -1;
  }

  /**
   * What it stands for; null when it is none and stays as it is.
   *
   * @param reference from the ampersand to the semicolon
   */
  static @Nullable String decode(String reference) {
    String name = reference.substring(1, reference.length() - 1);
    if (!name.startsWith("#")) {
      return Named.CHARACTERS.get(name);
    }
    boolean isHex = name.startsWith("#x") || name.startsWith("#X");
    String digits = name.substring(isHex ? 2 : 1);
    int radix = isHex ? HEX : DECIMAL;
    if (digits.isEmpty()
        || digits.length() > (isHex ? HEX_DIGITS_MOST : DIGITS_MOST)
        || !digits.chars().allMatch(c -> isDigit(c, radix))) {
      return null;
    }
    int code = Integer.parseInt(digits, radix);
    return code == 0
            || !Character.isValidCodePoint(code)
            || Character.getType(code) == Character.SURROGATE
        ? UNKNOWN
        : Character.toString(code);
  }

  private static boolean isDigit(int c, int radix) {
    return c < 0x80 && Character.digit(c, radix) >= 0;
  }

  /** Read when the first text has one. */
  private static final class Named {

    private static final String FILE = "character-references.txt";
    private static final Map<String, String> CHARACTERS = read();

    private static Map<String, String> read() {
      Map<String, String> characters = new HashMap<>();
      try (InputStream file =
              Objects.requireNonNull(CharacterReferences.class.getResourceAsStream(FILE), FILE);
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
        lines.lines().forEach(line -> put(line, characters));
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
      return Map.copyOf(characters);
    }

    /** Of the form {@code name code code}, in hexadecimal. */
    private static void put(String line, Map<String, String> characters) {
      int from = line.indexOf(' ');
      StringBuilder text = new StringBuilder(2);
      while (from > 0) {
        int to = line.indexOf(' ', from + 1);
        String code = line.substring(from + 1, to < 0 ? line.length() : to);
        text.appendCodePoint(Integer.parseInt(code, HEX));
        from = to;
      }
      characters.put(line.substring(0, line.indexOf(' ')), text.toString());
    }
  }
}
