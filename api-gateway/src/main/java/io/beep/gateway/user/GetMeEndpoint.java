package io.beep.gateway.user;

import io.beep.coreapi.user.FindUsers;
import io.beep.coreapi.user.UserView;
import io.beep.coreapi.user.UsersView;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.problem.Problems;
import java.util.Set;
import reactor.core.publisher.Mono;

final class GetMeEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.reading("/api/me", "Get yourself", UserView.class);

  private final QueryAsker queries;

  GetMeEndpoint(QueryAsker queries) {
    this.queries = queries;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  /** A token proves that its user exists, so one that is not found has only not arrived yet. */
  @Override
  public Mono<Answer> handle(ApiRequest request) {
    return queries
        .ask(new FindUsers(Set.of(request.user())), UsersView.class, request)
        .flatMapIterable(UsersView::users)
        .next()
        .map(Answer::ok)
        .switchIfEmpty(Mono.error(() -> Problems.unavailable("user").exception()));
  }
}
