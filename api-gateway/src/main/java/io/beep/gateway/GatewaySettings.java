package io.beep.gateway;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.core.env.Environment;

/**
 * What an operator chooses.
 *
 * @param publicUrl the address at which browsers reach Beep, without a slash at its end
 * @param identityUrl where identity listens for this node
 * @param webDir the built web app
 * @param limits whether rates are limited
 * @param trustedProxies addresses whose {@code X-Forwarded-For} is believed, separated by commas
 */
record GatewaySettings(
    URI publicUrl, String identityUrl, Path webDir, boolean limits, String trustedProxies) {

  static GatewaySettings of(Environment environment) {
    return new GatewaySettings(
        URI.create(withoutSlash(environment.getRequiredProperty("beep.public-url"))),
        withoutSlash(environment.getRequiredProperty("beep.identity-url")),
        Path.of(environment.getRequiredProperty("beep.web-dir")),
        switch (environment.getProperty("beep.limits", "on")) {
          case "on" -> true;
          case "off" -> false;
          default -> throw new IllegalArgumentException("beep.limits must be on or off");
        },
        environment.getProperty("beep.trusted-proxies", ""));
  }

  boolean isHttps() {
    return "https".equals(publicUrl.getScheme());
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
