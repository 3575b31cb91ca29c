package io.beep.app.gatewaynode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.beep.app.identitynode.RegistrationServer;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.FieldError;
import io.beep.coreapi.shared.UserId;
import io.beep.identity.api.NewAccount;
import io.beep.identity.api.RegistrationError;
import io.beep.identity.api.Registrations;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RemoteRegistrationsTest {

  private static final String SECRET = "s".repeat(32);
  private static final NewAccount ADA =
      new NewAccount("ada", "ada@example.org", "a password of hers", "Ada", null);

  private final List<AutoCloseable> open = new ArrayList<>();

  private Registrations remote(Registrations identity, String secret) throws IOException {
    RegistrationServer server = RegistrationServer.start(0, SECRET, identity);
    open.add(server);
    RemoteRegistrations remote =
        new RemoteRegistrations(URI.create("http://127.0.0.1:" + server.port()), secret);
    open.add(remote);
    return remote;
  }

  @AfterEach
  void end() throws Exception {
    for (AutoCloseable part : open) {
      part.close();
    }
  }

  @Test
  void shouldSignUpAsIdentityDoes() throws IOException {
    UserId user = UserId.of(UUID.randomUUID().toString());
    List<NewAccount> asked = new ArrayList<>();

    UserId answer =
        remote(
                account -> {
                  asked.add(account);
                  return user;
                },
                SECRET)
            .register(ADA);

    assertThat(answer).isEqualTo(user);
    assertThat(asked).containsExactly(ADA);
  }

  @Test
  void shouldRefuseAsIdentityDoes() throws IOException {
    RegistrationError refusal =
        new RegistrationError.Invalid(
            List.of(new FieldError("lastName", "field.missing", "Say your last name.")));
    Registrations remote =
        remote(
            account -> {
              throw new DomainException(refusal);
            },
            SECRET);

    DomainException refused =
        catchThrowableOfType(DomainException.class, () -> remote.register(ADA));

    assertThat(refused.error().code()).isEqualTo(refusal.code());
    assertThat(refused.error().kind()).isEqualTo(refusal.kind());
    assertThat(refused.error().detail()).isEqualTo(refusal.detail());
    assertThat(refused.error().errors()).isEqualTo(refusal.errors());
  }

  @Test
  void shouldLetNobodyInWithoutTheSecret() throws IOException {
    List<NewAccount> asked = new ArrayList<>();
    Registrations remote =
        remote(
            account -> {
              asked.add(account);
              return UserId.of(UUID.randomUUID().toString());
            },
            "x".repeat(32));

    DomainException refused =
        catchThrowableOfType(DomainException.class, () -> remote.register(ADA));

    assertThat(refused.error().code()).isEqualTo("identity.unavailable");
    assertThat(asked).isEmpty();
  }

  @Test
  void shouldSayWhenIdentityIsAway() throws Exception {
    Registrations remote = remote(account -> UserId.of(UUID.randomUUID().toString()), SECRET);
    open.removeFirst().close();

    DomainException refused =
        catchThrowableOfType(DomainException.class, () -> remote.register(ADA));

    assertThat(refused.error().code()).isEqualTo("identity.unavailable");
  }
}
