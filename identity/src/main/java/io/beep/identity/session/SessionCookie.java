package io.beep.identity.session;

import io.beep.identity.shared.IdentitySettings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The cookie that signs a browser in: out of reach of scripts, not sent by other sites except when
 * a person follows a link.
 */
class SessionCookie {

  private static final String NAME = "beep-session";

  private final String name;
  private final boolean secure;

  SessionCookie(IdentitySettings settings) {
    this.name = settings.cookieName(NAME);
    this.secure = settings.secure();
  }

  Optional<String> read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .filter(value -> !value.isEmpty())
            .findFirst();
  }

  void write(HttpServletResponse response, String token) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(token, Sessions.LIFE));
  }

  void clear(HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO));
  }

  private String cookie(String value, Duration life) {
    return ResponseCookie.from(name, value)
        .path("/")
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax")
        .maxAge(life)
        .build()
        .toString();
  }
}
