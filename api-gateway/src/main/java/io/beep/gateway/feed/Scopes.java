package io.beep.gateway.feed;

import io.beep.coreapi.server.FeedScopeView;
import io.beep.coreapi.server.GetFeedScope;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.shared.bus.QueryAsker;
import reactor.core.publisher.Mono;

/** Asks what someone may see. */
final class Scopes {

  private final QueryAsker queries;

  Scopes(QueryAsker queries) {
    this.queries = queries;
  }

  /**
   * @param atLeast the position that the answer must know
   */
  Mono<FeedScopeView> load(UserId user, long atLeast) {
    return queries.ask(new GetFeedScope(user), FeedScopeView.class, atLeast);
  }
}
