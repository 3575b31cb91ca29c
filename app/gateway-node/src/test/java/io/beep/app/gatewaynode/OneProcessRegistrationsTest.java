package io.beep.app.gatewaynode;

import io.beep.identity.api.Registrations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OneProcessRegistrationsTest implements RegistrationsContract {

  private final TestIdentity identity = new TestIdentity();

  @AfterAll
  void end() {
    identity.close();
  }

  @Override
  public Registrations registrations() {
    return identity.registrations();
  }
}
