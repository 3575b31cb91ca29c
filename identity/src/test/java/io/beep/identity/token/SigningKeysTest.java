package io.beep.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import io.beep.coreapi.shared.UuidV7Generator;
import io.beep.identity.shared.AdjustableClock;
import io.beep.identity.shared.IdentityDatabase;
import io.beep.testsupport.TestDatabase;
import io.beep.testsupport.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

  private static final JWKSelector ALL = new JWKSelector(new JWKMatcher.Builder().build());

  private final AdjustableClock clock = new AdjustableClock();
  private final TestDatabase testDatabase = TestPostgres.database("identity");
  private final IdentityDatabase database =
      IdentityDatabase.open(
          testDatabase.jdbcUrl(),
          testDatabase.user(),
          testDatabase.password(),
          dataSource -> dataSource,
          new SimpleMeterRegistry());

  @AfterEach
  void close() {
    database.close();
  }

  private SigningKeys node() {
    return new SigningKeys(
        database, new UuidV7Generator(Clock.systemUTC(), new SecureRandom()), clock);
  }

  private static List<String> published(SigningKeys keys) {
    return keys.get(ALL, null).stream().map(JWK::getKeyID).toList();
  }

  @Test
  void shouldMakeOneKeyForNodesThatStartAtOnce() throws Exception {
    List<Future<SigningKeys>> nodes = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 6; i++) {
        nodes.add(threads.submit(this::node));
      }
    }

    String only = published(nodes.getFirst().get()).getFirst();
    for (Future<SigningKeys> node : nodes) {
      assertThat(published(node.get())).containsExactly(only);
    }
  }

  @Test
  void shouldSignWithANewKeyOnceEveryNodeKnowsIt() {
    SigningKeys keys = node();
    String first = published(keys).getFirst();

    clock.advance(SigningKeys.LIFE);
    keys.run();
    assertThat(published(keys)).hasSize(2).startsWith(first);

    clock.advance(SigningKeys.KNOWN_AFTER);
    keys.run();
    assertThat(published(keys)).hasSize(2).endsWith(first);
  }

  @Test
  void shouldPublishAnOldKeyUntilItsTokensHaveExpired() {
    SigningKeys keys = node();
    String first = published(keys).getFirst();
    clock.advance(SigningKeys.LIFE);
    keys.run();

    clock.advance(SigningKeys.PUBLISHED_AFTER);
    keys.run();
    assertThat(published(keys)).contains(first);

    clock.advance(Duration.ofSeconds(1));
    keys.run();
    assertThat(published(keys)).hasSize(1).doesNotContain(first);
  }
}
