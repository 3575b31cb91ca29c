package io.beep.identity.session;

import io.beep.identity.shared.Problem;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/** The two pages that identity draws: sign-in, and what went wrong. */
class Pages {

  private static final int VERSION_BYTES = 6;

  private final Template signIn = Template.load("sign-in.html");
  private final Template refused = Template.load("refused.html");
  private final String version = version();

  /** What the sign-in page shows. */
  record SignInView(
      Words words,
      CsrfToken csrf,
      String email,
      String continuation,
      @Nullable String chosenLanguage,
      @Nullable Problem problem) {}

  String signIn(SignInView view) {
    Words words = view.words();
    String error = view.problem() == null ? "" : text(words, view.problem());
    Map<String, String> values =
        Map.ofEntries(
            Map.entry("version", version),
            Map.entry(
                "title", words.get(error.isEmpty() ? "sign-in.title" : "sign-in.title-error")),
            Map.entry("csrf-name", view.csrf().getParameterName()),
            Map.entry("csrf-token", view.csrf().getToken()),
            Map.entry("email", view.email()),
            Map.entry("continue", view.continuation()),
            Map.entry("lang", view.chosenLanguage() == null ? "" : view.chosenLanguage()),
            Map.entry("error", error),
            Map.entry("invalid", Boolean.toString(!error.isEmpty())));
    return signIn.fill(
        name -> {
          String value = values.get(name);
          return value == null ? words.get(name) : value;
        });
  }

  String refused(Words words, Problem problem) {
    return refused.fill(
        name ->
            switch (name) {
              case "version" -> version;
              case "detail" -> text(words, problem);
              default -> words.get(name);
            });
  }

  private static String text(Words words, Problem problem) {
    return switch (problem.code()) {
      case SignIn.FAILED -> words.get("error.failed");
      case SignIn.INCOMPLETE -> words.get("error.incomplete");
      case SignIn.LIMITED -> words.get("error.limited", minutes(problem.retryAfter()));
      case Refusals.STALE_FORM -> words.get("error.stale");
      default ->
          words.get(problem.status().is5xxServerError() ? "error.unavailable" : "error.request");
    };
  }

  private static long minutes(@Nullable Duration wait) {
    return wait == null ? 1 : wait.plusSeconds(59).toMinutes();
  }

  /** Lets browsers keep the style sheet for ever, and fetch another one when it changes. */
  private static String version() {
    byte[] hash = SessionTokens.hash(HexFormat.of().formatHex(Template.bytes("assets/beep.css")));
    return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
  }
}
