package io.beep.app.gatewaynode;

import io.beep.app.identitynode.RegistrationServer;
import io.beep.identity.api.Registrations;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TwoNodesRegistrationsTest implements RegistrationsContract {

  private static final String SECRET = "s".repeat(32);

  private final TestIdentity identity = new TestIdentity();
  private final RegistrationServer server;
  private final RemoteRegistrations remote;

  TwoNodesRegistrationsTest() throws IOException {
    server = RegistrationServer.start(0, SECRET, identity.registrations());
    remote = new RemoteRegistrations(URI.create("http://127.0.0.1:" + server.port()), SECRET);
  }

  @AfterAll
  void end() {
    remote.close();
    server.close();
    identity.close();
  }

  @Override
  public Registrations registrations() {
    return remote;
  }
}
