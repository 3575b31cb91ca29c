package io.beep.coreapi.shared.picture;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Knows which pictures servers and people show. */
@FunctionalInterface
public interface ShownPictures {

  /**
   * Those of these that somebody shows, or would show again: a server that can be restored counts.
   *
   * @return empty while it is not known, because something that happened could not be noted
   */
  Optional<Set<PictureId>> among(Collection<PictureId> pictures);
}
