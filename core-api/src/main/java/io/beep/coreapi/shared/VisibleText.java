package io.beep.coreapi.shared;

/** What a person sees of a text, or does not. */
public final class VisibleText {

  private static final int HANGUL_CHOSEONG_FILLER = 0x115F;
  private static final int HANGUL_JUNGSEONG_FILLER = 0x1160;
  private static final int HANGUL_FILLER = 0x3164;
  private static final int HALFWIDTH_HANGUL_FILLER = 0xFFA0;
  private static final int BRAILLE_BLANK = 0x2800;

  private VisibleText() {}

  /** Whether there is nothing to be seen: spaces of any kind, marks without a shape, fillers. */
  public static boolean isBlank(String text) {
    return text.codePoints().noneMatch(VisibleText::isSeen);
  }

  /**
   * Whether the text can be a name: something can be seen of it, and it neither breaks a line nor
   * turns what stands around it: no control characters, line separators or overrides of direction,
   * and no halves of surrogate pairs.
   */
  public static boolean isName(String text) {
    return !isBlank(text) && text.codePoints().allMatch(VisibleText::staysInPlace);
  }

  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default ->
          switch (c) {
            case HANGUL_CHOSEONG_FILLER,
                HANGUL_JUNGSEONG_FILLER,
                HANGUL_FILLER,
                HALFWIDTH_HANGUL_FILLER,
                BRAILLE_BLANK ->
                false;
            default -> true;
          };
    };
  }

  private static boolean staysInPlace(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default ->
          switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE ->
                false;
            default -> true;
          };
    };
  }
}
