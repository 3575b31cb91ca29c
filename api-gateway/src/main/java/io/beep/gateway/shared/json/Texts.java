package io.beep.gateway.shared.json;

import io.beep.gateway.shared.problem.Problems;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text from outside: well-formed Unicode without NUL, or refused. Nothing in it is changed. */
public final class Texts {

  private Texts() {}

  /** Decodes without putting anything in the place of what is wrong. */
  public static String decode(byte[] utf8) {
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(utf8))
              .toString();
    } catch (CharacterCodingException malformed) {
      throw Problems.malformed("request.malformed-utf8", "The request is not valid UTF-8.")
          .exception();
    }
    return requireSound(text);
  }

  /** No store takes NUL, and half a surrogate pair is no character. */
  public static String requireSound(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw Problems.malformed("request.nul", "A text must not contain the character NUL.")
            .exception();
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw Problems.malformed(
                "request.lone-surrogate", "A text must not contain half a surrogate pair.")
            .exception();
      }
    }
    return text;
  }
}
