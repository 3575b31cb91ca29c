package io.beep.coreapi.permission;

import java.util.List;

/**
 * Members to whom the same would happen.
 *
 * @param members how many
 * @param some of them, by name
 * @param effects what would happen to each
 */
public record PreviewGroupView(
    int members, List<PreviewMemberView> some, List<PreviewEffectView> effects) {

  public PreviewGroupView {
    some = List.copyOf(some);
    effects = List.copyOf(effects);
  }
}
