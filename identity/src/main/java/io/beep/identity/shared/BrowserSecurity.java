package io.beep.identity.shared;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/**
 * What every chain of filters shares: who is signed in, protection against forged requests,
 * headers, how refusals are answered, and that the container keeps no session.
 */
@FunctionalInterface
public interface BrowserSecurity {
  void applyTo(HttpSecurity http);
}
