package io.beep.identity.account;

import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Lets only a few passwords be hashed at a time: each takes 19 MiB and a core for tens of
 * milliseconds, and a crowd at the door must not take all of both. Whoever has waited two seconds
 * is told to come again.
 */
final class BoundedPasswordEncoder implements PasswordEncoder {

  static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final PasswordEncoder encoder;
  private final Semaphore places;
  private final Duration longestWait;

  BoundedPasswordEncoder(PasswordEncoder encoder, int places, Duration longestWait) {
    this.encoder = encoder;
    this.places = new Semaphore(places, true);
    this.longestWait = longestWait;
  }

  @Override
  public @Nullable String encode(@Nullable CharSequence rawPassword) {
    return inPlace(() -> encoder.encode(rawPassword));
  }

  @Override
  public boolean matches(@Nullable CharSequence rawPassword, @Nullable String encodedPassword) {
    return Boolean.TRUE.equals(inPlace(() -> encoder.matches(rawPassword, encodedPassword)));
  }

  @Override
  public boolean upgradeEncoding(@Nullable String encodedPassword) {
    return encoder.upgradeEncoding(encodedPassword);
  }

  private <T extends @Nullable Object> T inPlace(Supplier<T> work) {
    try {
      if (!places.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new DomainException(new CommonError.Unavailable("identity"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DomainException(new CommonError.Unavailable("identity"));
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
