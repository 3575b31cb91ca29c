package io.beep.identity.session;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a person goes after sign-in. Travels through the page as a parameter, so that each tab
 * keeps its own; only a request for authorization is ever followed, so that nobody can be sent
 * elsewhere.
 */
final class Continuation {

  static final String PARAMETER = "continue";

  private static final String HOME = "/";
  private static final int LONGEST = 4096;
  private static final Pattern ALLOWED =
      Pattern.compile("/oauth2/authorize\\?[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*");

  private Continuation() {}

  static boolean isAllowed(@Nullable String target) {
    return target != null && target.length() <= LONGEST && ALLOWED.matcher(target).matches();
  }

  static String orHome(@Nullable String target) {
    return target != null && isAllowed(target) ? target : HOME;
  }
}
