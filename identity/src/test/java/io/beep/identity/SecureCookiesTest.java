package io.beep.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.identity.shared.AdjustableClock;
import io.beep.identity.shared.CommandSideFake;
import io.beep.testsupport.TestPostgres;
import org.junit.jupiter.api.Test;

class SecureCookiesTest {

  @Test
  void shouldBindCookiesToTheHostWhenThePublicAddressIsHttps() {
    try (CommandSideFake commandSide = new CommandSideFake();
        RunningIdentity identity =
            RunningIdentity.start(
                TestPostgres.database("identity"),
                commandSide,
                new AdjustableClock(),
                "--beep.public-url=https://beep.test")) {
      identity.signUp("ada");
      TestBrowser browser = identity.browser().with("X-Forwarded-Proto", "https");

      assertThat(
              browser
                  .signIn("ada@example.org", RunningIdentity.PASSWORD)
                  .headers()
                  .allValues("Set-Cookie"))
          .anySatisfy(
              cookie ->
                  assertThat(cookie)
                      .startsWith("__Host-beep-session=")
                      .contains("Secure", "Path=/", "HttpOnly")
                      .doesNotContain("Domain"));
    }
  }
}
