package io.beep.coreapi.shared;

import org.jspecify.annotations.Nullable;

/** A wish to change something, told by someone. Each feature seals its own set. */
public interface Command {

  /** Who wishes it; null only where nobody can be signed in yet. */
  @Nullable UserId actor();
}
