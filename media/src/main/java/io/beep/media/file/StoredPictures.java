package io.beep.media.file;

import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.picture.KeptPicture;
import io.beep.coreapi.shared.picture.PictureId;
import io.beep.coreapi.shared.picture.PictureKind;
import io.beep.coreapi.shared.picture.Pictures;
import io.beep.coreapi.shared.picture.StoredPicture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pictures in an object store. */
public final class StoredPictures implements Pictures, AutoCloseable {

  /**
   * One after the other: each may take a second of a core and 80 MB, and nobody changes pictures
   * often.
   */
  private static final int MADE_AT_ONCE = 1;

  /** With {@link Pictures#MOST_BYTES} each, and so short that the last one waits some seconds. */
  private static final int WAITING = 8;

  private static final int IDLE_SECONDS = 30;

  /** Each reads one small object; those that find a store that hangs wait with it. */
  private static final int STORE_CALLS_AT_ONCE = 256;

  /** None that we wrote is larger: 1920 by 640 pixels, uncompressed. */
  private static final int MOST_KEPT = 5 * 1024 * 1024;

  private static final String PREFIX = "pictures/";

  private static final Pattern KEY = Pattern.compile(PREFIX + "([0-9a-f]{32})/\\d+");

  /** The character after the slash: no key of the picture comes after it, and all others do. */
  private static final String BEHIND_ITS_SIZES = "0";

  private static final byte PNG_BEGINS = (byte) 0x89;

  private static final Logger LOG = LoggerFactory.getLogger(StoredPictures.class);

  private final Supplier<ObjectStore> files;
  private final RandomGenerator chance;
  private final ThreadPoolExecutor making =
      new ThreadPoolExecutor(
          MADE_AT_ONCE,
          MADE_AT_ONCE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          Thread.ofPlatform().daemon().name("pictures-", 0).factory());
  private final ExecutorService storing =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("picture-store-", 0).factory());
  private final Semaphore calls = new Semaphore(STORE_CALLS_AT_ONCE);
  private volatile @Nullable ObjectStore opened;

  /**
   * @param files opens the store; asked again after it failed, and never after it did not
   * @param chance shared by all threads, and such that nobody can foretell it
   */
  public StoredPictures(Supplier<ObjectStore> files, RandomGenerator chance) {
    this.files = files;
    this.chance = chance;
    making.allowCoreThreadTimeOut(true);
  }

  @Override
  public CompletableFuture<PictureId> keep(PictureKind kind, byte[] bytes) {
    PictureId id = PictureId.random(chance);
    return attempt(making, () -> Renditions.of(kind, bytes))
        .thenCompose(sizes -> call(() -> put(id, sizes)));
  }

  @Override
  public CompletableFuture<Optional<KeptPicture>> find(PictureId id, int width) {
    return call(() -> read(key(id, width)));
  }

  @Override
  public void forget(PictureId id) {
    try {
      widths().forEach(width -> store().delete(key(id, width)));
    } catch (ObjectStoreException away) {
      throw unavailable(away);
    }
  }

  @Override
  public void forgetSoon(PictureId id) {
    call(() -> {
          forget(id);
          return id;
        })
        .whenComplete(
            (_, failure) -> {
              if (failure != null) {
                LOG.warn("the picture {} stays, though nobody shows it", id, failure);
              }
            });
  }

  @Override
  public List<StoredPicture> stored(@Nullable PictureId after, int most) {
    LinkedHashMap<PictureId, Instant> found = new LinkedHashMap<>();
    try {
      store()
          .list(
              PREFIX,
              after == null ? null : PREFIX + after.value() + BEHIND_ITS_SIZES,
              object -> {
                Matcher key = KEY.matcher(object.key());
                if (key.matches()) {
                  found.merge(PictureId.of(key.group(1)), object.at(), StoredPictures::later);
                }
                // Of the one that is too many not all sizes were seen, perhaps.
                return found.size() <= most;
              });
    } catch (ObjectStoreException away) {
      throw unavailable(away);
    }
    return found.entrySet().stream()
        .limit(most)
        .map(one -> new StoredPicture(one.getKey(), one.getValue()))
        .toList();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private PictureId put(PictureId id, Map<Integer, KeptPicture> sizes) {
    try {
      sizes.forEach(
          (width, picture) ->
              store()
                  .put(
                      key(id, width),
                      new ByteArrayInputStream(picture.bytes()),
                      picture.bytes().length,
                      picture.type()));
      return id;
    } catch (ObjectStoreException away) {
      forgetSoon(id);
      throw unavailable(away);
    }
  }

  private Optional<KeptPicture> read(String key) {
    try {
      Optional<InputStream> found = store().get(key);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      try (InputStream in = found.get()) {
        byte[] bytes = in.readNBytes(MOST_KEPT);
        return Optional.of(new KeptPicture(bytes, type(bytes)));
      }
    } catch (ObjectStoreException | IOException away) {
      throw unavailable(away);
    }
  }

  /** We wrote it, so it is one of two. */
  private static String type(byte[] bytes) {
    return bytes.length > 0 && bytes[0] == PNG_BEGINS ? Renditions.PNG : Renditions.JPEG;
  }

  private static Stream<Integer> widths() {
    return Stream.of(PictureKind.values()).flatMap(kind -> kind.widths().stream());
  }

  private static String key(PictureId id, int width) {
    return PREFIX + id.value() + "/" + width;
  }

  private ObjectStore store() {
    ObjectStore known = opened;
    if (known == null) {
      known = files.get();
      opened = known;
    }
    return known;
  }

  private <T> CompletableFuture<T> call(Supplier<T> call) {
    if (!calls.tryAcquire()) {
      return CompletableFuture.failedFuture(tooMuch());
    }
    return attempt(storing, call).whenComplete((_, _) -> calls.release());
  }

  private static <T> CompletableFuture<T> attempt(Executor executor, Supplier<T> call) {
    try {
      return CompletableFuture.supplyAsync(call, executor);
    } catch (RejectedExecutionException full) {
      return CompletableFuture.failedFuture(tooMuch());
    }
  }

  private static DomainException tooMuch() {
    return new DomainException(new CommonError.Unavailable("files"));
  }

  private static DomainException unavailable(Exception cause) {
    LOG.warn("pictures are out of reach: {}", cause.toString());
    return tooMuch();
  }

  @Override
  public void close() {
    making.shutdownNow();
    storing.shutdownNow();
  }
}
