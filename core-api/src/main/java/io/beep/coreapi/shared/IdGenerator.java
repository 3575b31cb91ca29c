package io.beep.coreapi.shared;

import java.util.UUID;

/**
 * Where new ids come from. Handlers take it as an argument, so that a test can say which ids come.
 */
@FunctionalInterface
public interface IdGenerator {

  /** A UUIDv7 that no caller has had before, at or after all that this generator gave out. */
  UUID next();
}
