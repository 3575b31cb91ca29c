package io.beep.coreapi.shared.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a picture is for, which decides its form and the sizes in which it is kept. */
public enum PictureKind {
  /** Square: of a server in the rail, of a person beside what they write. */
  PICTURE(1, List.of(64, 128, 256)),
  /** Three times as wide as high: above the channels of a server, and on its card. */
  BANNER(3, List.of(960, 1920));

  private static final String ADDRESS = "/api/pictures/";

  private final int ratio;
  private final List<Integer> widths;

  PictureKind(int ratio, List<Integer> widths) {
    this.ratio = ratio;
    this.widths = widths;
  }

  /** How many times as wide as it is high. */
  public int ratio() {
    return ratio;
  }

  /** In pixels, the smallest first. One that came in smaller is not blown up. */
  public List<Integer> widths() {
    return widths;
  }

  /**
   * Where the largest size is. The others are at the same address with another number at its end.
   *
   * @param id null for no picture, which has no address
   */
  public @Nullable String address(@Nullable String id) {
    return id == null ? null : ADDRESS + id + "/" + widths.getLast();
  }
}
