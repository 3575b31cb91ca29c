package io.beep.gateway.shared.json;

import io.beep.gateway.shared.problem.Problems;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text from outside: well-formed Unicode without NUL, or refused. Nothing in it is changed. */
public final class Texts {

  private Texts() {}

  /** Null for what is no UTF-8: nothing is put in the place of what is wrong. */
  public static @Nullable String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException malformed) {
      return null;
    }
  }

  /**
   * @param blamed the field or the parameter that this is, if it is one
   */
  public static String decode(byte[] utf8, List<String> blamed) {
    String text = utf8(utf8);
    if (text == null) {
      throw Problems.malformed("request.malformed-utf8", "The request is not valid UTF-8.", blamed)
          .exception();
    }
    return requireSound(text, blamed);
  }

  /**
   * No store takes NUL, and half a surrogate pair is no character.
   *
   * @param blamed as of {@link #decode}
   */
  public static String requireSound(String text, List<String> blamed) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw Problems.malformed(
                "request.nul", "A text must not contain the character NUL.", blamed)
            .exception();
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw Problems.malformed(
                "request.lone-surrogate", "A text must not contain half a surrogate pair.", blamed)
            .exception();
      }
    }
    return text;
  }
}
