package io.beep.gateway.shared.proxy;

import io.beep.gateway.shared.bus.Bridge;
import io.beep.identity.api.Revocations;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Whoever ended a session or revoked a token through this node finds that done by the time of the
 * answer: the node reads what is revoked before it passes the answer on, instead of waiting to be
 * told, which takes some milliseconds more.
 */
public final class FreshRevocations {

  private static final Logger LOG = LoggerFactory.getLogger(FreshRevocations.class);

  private static final String TOKEN = "/oauth2/token";

  /**
   * Where something ends: a new sign-in replaces a session, a stolen code takes its token along.
   */
  private static final Set<String> ENDING =
      Set.of("/oauth2/revoke", TOKEN, "/logout", "/connect/logout", "/login");

  private static final Duration LIMIT = Duration.ofSeconds(4);

  private final Revocations revocations;
  private final Bridge bridge;

  public FreshRevocations(Revocations revocations, Bridge bridge) {
    this.revocations = revocations;
    this.bridge = bridge;
  }

  /**
   * Never fails: what could not be read now is read when the database answers.
   *
   * @param path that identity has answered
   * @param good whether it gave what was asked for
   */
  Mono<Void> after(String path, boolean good) {
    // A token that is given ends nothing; only a code that comes twice does.
    if (!ENDING.contains(path) || path.equals(TOKEN) && good) {
      return Mono.empty();
    }
    return bridge
        .block(this::refresh, LIMIT)
        .onErrorResume(
            failure -> {
              LOG.warn("what was just revoked is read later: {}", failure.toString());
              return Mono.empty();
            })
        .then();
  }

  private Boolean refresh() {
    revocations.refresh();
    return Boolean.TRUE;
  }
}
