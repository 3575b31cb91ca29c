package io.beep.app.operations.health;

import io.beep.media.file.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether files can be read. */
public final class FilesCheck implements Check {

  /** Is asked for, and never there: the answer shows that the store answers. */
  private static final String NO_OBJECT = "health/none";

  private final Supplier<ObjectStore> files;
  private volatile @Nullable ObjectStore opened;

  /**
   * @param files opens the store; asked again after it failed, and never after it did not
   */
  public FilesCheck(Supplier<ObjectStore> files) {
    this.files = files;
  }

  @Override
  public @Nullable String fault() throws IOException {
    Optional<InputStream> none = store().get(NO_OBJECT);
    if (none.isPresent()) {
      none.get().close();
    }
    return null;
  }

  private ObjectStore store() {
    ObjectStore known = opened;
    if (known == null) {
      known = files.get();
      opened = known;
    }
    return known;
  }
}
