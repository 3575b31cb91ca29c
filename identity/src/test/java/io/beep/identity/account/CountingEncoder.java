package io.beep.identity.account;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Quick, reversible, and counts how often it was asked to check. */
final class CountingEncoder implements PasswordEncoder {

  final AtomicInteger checks = new AtomicInteger();

  @Override
  public String encode(@Nullable CharSequence rawPassword) {
    return "{fake}" + rawPassword;
  }

  @Override
  public boolean matches(@Nullable CharSequence rawPassword, @Nullable String encodedPassword) {
    checks.incrementAndGet();
    return encode(rawPassword).equals(encodedPassword);
  }
}
