package io.beep.identity.revocation;

import io.beep.identity.shared.IdentityDatabase;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Revocation's beans on the side that revokes. */
@Configuration(proxyBeanMethods = false)
public class RevocationConfiguration {

  @Bean
  RevocationTable revocations(IdentityDatabase database, Clock clock) {
    return new RevocationTable(database, clock);
  }
}
