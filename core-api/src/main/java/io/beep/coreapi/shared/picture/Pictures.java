package io.beep.coreapi.shared.picture;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pictures. How much is done at once is limited, and so is every call in time; what is too
 * much, and everything while the store of files is away, fails with {@code files.unavailable}.
 */
public interface Pictures {

  /** Of what comes in: a photograph of a good telephone is 3 to 6 MB. */
  int MOST_BYTES = 8 * 1024 * 1024;

  /**
   * Makes every size of the picture out of what came in, of which nothing else is kept, and stores
   * them. When it is done, all of them are durable.
   *
   * @param bytes a PNG, JPEG, WebP or GIF, {@value #MOST_BYTES} at most, whatever its sender calls
   *     it
   * @return fails with a {@link io.beep.coreapi.shared.DomainException} of a {@link PictureError}
   *     when it is none, cannot be read, or is too large
   */
  CompletableFuture<PictureId> keep(PictureKind kind, byte[] bytes);

  /**
   * @param width one of those of its kind
   */
  CompletableFuture<Optional<KeptPicture>> find(PictureId id, int width);

  /**
   * Removes every size. To do so again does nothing. Blocks.
   *
   * @throws io.beep.coreapi.shared.DomainException when the store does not answer
   */
  void forget(PictureId id);

  /**
   * As {@link #forget}, later and without an answer. What fails then stays, seen by nobody, until a
   * sweep finds it.
   */
  void forgetSoon(PictureId id);

  /**
   * Which pictures are kept, in the order of their ids. Blocks.
   *
   * @param after only those behind this one; null for the first of all
   * @param most of them
   * @return fewer than that only at the end
   * @throws io.beep.coreapi.shared.DomainException when the store does not answer
   */
  List<StoredPicture> stored(@Nullable PictureId after, int most);
}
