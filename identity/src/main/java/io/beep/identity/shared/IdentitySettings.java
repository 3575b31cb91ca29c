package io.beep.identity.shared;

import java.net.URI;

/**
 * What the product that identity runs in has decided.
 *
 * @param publicUrl where browsers find Beep, without a slash at its end; the issuer of every token
 * @param limited whether sign-in is limited; only load tests switch it off
 */
public record IdentitySettings(URI publicUrl, boolean limited) {

  public IdentitySettings {
    String text = publicUrl.toString();
    if (!publicUrl.isAbsolute() || text.endsWith("/") || publicUrl.getQuery() != null) {
      throw new IllegalArgumentException(
          "beep.public-url must be like https://beep.example.org, and is " + text);
    }
  }

  /** Whether cookies may be bound to HTTPS. */
  public boolean secure() {
    return "https".equals(publicUrl.getScheme());
  }

  public String at(String path) {
    return publicUrl + path;
  }

  /**
   * A cookie's name; over HTTPS with the prefix that keeps other hosts of the domain from setting
   * it.
   */
  public String cookieName(String name) {
    return secure() ? "__Host-" + name : name;
  }
}
