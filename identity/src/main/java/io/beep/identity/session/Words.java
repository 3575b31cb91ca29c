package io.beep.identity.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The texts of a page in one language. A language is a file {@code words_<language>.properties};
 * English is the one without a language in its name.
 */
final class Words {

  private static final String BUNDLE = "io.beep.identity.words";
  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private final ResourceBundle bundle;

  private Words(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /** What {@code ?lang=} asks for, else what the app remembers in a cookie, else the browser. */
  static Words of(HttpServletRequest request) {
    String chosen = request.getParameter("lang");
    if (chosen == null) {
      chosen = cookie(request);
    }
    return of(chosen == null ? preferred(request) : Locale.forLanguageTag(chosen));
  }

  static Words of(Locale locale) {
    return new Words(
        ResourceBundle.getBundle(
            BUNDLE, Locale.of(locale.getLanguage()), Words.class.getClassLoader(), NO_FALLBACK));
  }

  private static @Nullable String cookie(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? null
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals("beep-lang"))
            .map(Cookie::getValue)
            .findFirst()
            .orElse(null);
  }

  private static Locale preferred(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
        ? Locale.ENGLISH
        : request.getLocale();
  }

  String language() {
    return get("language");
  }

  String get(String key, Object... arguments) {
    String text = bundle.getString(key);
    return arguments.length == 0
        ? text
        : new MessageFormat(text, Locale.of(language())).format(arguments);
  }
}
