package io.beep.coreapi.shared.picture;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Names one picture, and is all that one needs to see it: 128 bits of chance, as {@value #LENGTH}
 * digits of base 16. A picture never changes; another one has another id.
 */
public record PictureId(@JsonValue String value) {

  public static final int LENGTH = 32;

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{" + LENGTH + "}");

  /**
   * @throws IllegalArgumentException when {@code text} is none
   */
  @JsonCreator
  public static PictureId of(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not the id of a picture");
    }
    return new PictureId(text);
  }

  /**
   * @param chance that nobody can foretell
   */
  public static PictureId random(RandomGenerator chance) {
    byte[] bytes = new byte[LENGTH / 2];
    chance.nextBytes(bytes);
    return new PictureId(HexFormat.of().formatHex(bytes));
  }

  @Override
  public String toString() {
    return value;
  }
}
