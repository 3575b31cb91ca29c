package io.beep.media.file;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keeps bytes by key. Every call is limited in time; none is retried here. */
public interface ObjectStore {

  /**
   * Stores all of it or nothing, in place of what was there.
   *
   * @param key at most 512 characters of {@code a-z 0-9 / - .}
   * @param size in bytes, exactly
   * @throws ObjectStoreException when the store cannot be reached or refuses
   */
  void put(String key, InputStream content, long size, String contentType);

  /**
   * The content, to be closed by the caller; empty when there is none.
   *
   * @throws ObjectStoreException when the store cannot be reached or refuses
   */
  Optional<InputStream> get(String key);

  /**
   * Removes what is there, if anything.
   *
   * @throws ObjectStoreException when the store cannot be reached or refuses
   */
  void delete(String key);

  /**
   * Shows what is there, in the order of keys, as long as it is wanted. Read page by page; each is
   * limited in time.
   *
   * @param prefix with which keys begin
   * @param after only keys behind this one; null for the first
   * @param wanted whether there is to be another one
   * @throws ObjectStoreException when the store cannot be reached or refuses
   */
  void list(String prefix, @Nullable String after, Predicate<StoredObject> wanted);
}
