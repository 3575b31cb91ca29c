package io.beep.gateway.user;

import io.beep.coreapi.shared.UserId;
import io.beep.gateway.shared.bus.Bridge;
import io.beep.gateway.shared.bus.KnownPosition;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.limit.Limits;
import io.beep.identity.api.NewAccount;
import io.beep.identity.api.Registrations;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/**
 * Signs up. Needs no {@code Idempotency-Key}: identity answers the same registration sent again
 * with the same id.
 */
final class RegisterEndpoint implements Endpoint {

  /** Every field is checked by identity, which names all that are missing or wrong at once. */
  record Registration(
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String username,
      @Nullable String email,
      @Nullable String password) {

    /** Without the password and the address, so that no log can hold them. */
    @Override
    public String toString() {
      return "Registration[username=" + username + "]";
    }
  }

  record Registered(UUID userId) {}

  private static final Operation OPERATION =
      Operation.changing(HttpMethod.POST, "/api/registrations", "Sign up")
          .taking(Registration.class)
          .answering(201, Registered.class)
          .within(Limits.SIGN_UP)
          .openToAll();

  /** Identity says that it takes fifteen seconds at most. */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Registrations registrations;
  private final LongSupplier head;
  private final Bridge bridge;
  private final KnownPosition known;

  RegisterEndpoint(
      Registrations registrations, LongSupplier head, Bridge bridge, KnownPosition known) {
    this.registrations = registrations;
    this.head = head;
    this.bridge = bridge;
    this.known = known;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    Registration body = request.body(Registration.class);
    NewAccount account =
        new NewAccount(
            body.username(), body.email(), body.password(), body.firstName(), body.lastName());
    return bridge
        .block(() -> register(account), LIMIT)
        .map(user -> Answer.created("/api/me", new Registered(user.value())));
  }

  private UserId register(NewAccount account) {
    UserId user = registrations.register(account);
    // Identity tells no position; the head of the stream is at or after the new user, so that the
    // first request after signing in finds them.
    known.advanceTo(head.getAsLong());
    return user;
  }
}
