package io.beep.acceptance.shared;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;

/** Says of an answer what API clients rely on. */
public final class AnswerAssert extends AbstractAssert<AnswerAssert, Answer> {

  private static final Pattern CODE =
      Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)*");

  /** What stands in a stack trace, a Java message or a query, and never in an answer. */
  private static final List<String> INSIDES =
      List.of(
          "Exception",
          "java.",
          "io.beep",
          "org.spring",
          "reactor.",
          "tools.jackson",
          "\tat ",
          "select ",
          "insert into",
          "org.postgresql",
          "axon",
          "opensearch");

  private AnswerAssert(Answer actual) {
    super(actual, AnswerAssert.class);
  }

  public static AnswerAssert assertThat(Answer actual) {
    return new AnswerAssert(actual);
  }

  public AnswerAssert hasStatus(int status) {
    isNotNull();
    if (actual.status() != status) {
      failWithMessage("expected %s, got %s", status, actual);
    }
    return this;
  }

  public AnswerAssert hasHeader(String name, String value) {
    Assertions.assertThat(actual.header(name)).as("%s of %s", name, actual).isEqualTo(value);
    return this;
  }

  /** RFC 9457 problem details in the form that every client shares, and nothing of our insides. */
  public AnswerAssert isProblem(int status, String code) {
    hasStatus(status);
    Assertions.assertThat(actual.header("Content-Type"))
        .as("Content-Type of %s", actual)
        .isEqualTo("application/problem+json");
    JsonNode problem = actual.json();
    Assertions.assertThat(problem.path("type").asString("")).as("type of %s", actual).isNotBlank();
    Assertions.assertThat(problem.path("title").asString(""))
        .as("title of %s", actual)
        .isNotBlank();
    Assertions.assertThat(problem.path("status").asInt(0))
        .as("status of %s", actual)
        .isEqualTo(status);
    Assertions.assertThat(problem.path("detail").asString(""))
        .as("detail of %s", actual)
        .isNotBlank();
    Assertions.assertThat(problem.path("instance").asString(""))
        .as("instance of %s", actual)
        .isEqualTo(actual.path());
    Assertions.assertThat(problem.path("code").asString(""))
        .as("code of %s", actual)
        .matches(CODE)
        .isEqualTo(code);
    if (status == 400 && actual.path().startsWith("/api/")) {
      Assertions.assertThat(problem.path("errors").isArray()).as("errors of %s", actual).isTrue();
    }
    Assertions.assertThat(actual.text()).as("what the answer tells").doesNotContain(INSIDES);
    return this;
  }

  /** Refused for now, with all that tells a client how much it may ask for and when. */
  public AnswerAssert isLimited() {
    isProblem(429, actual.json().path("code").asString(""));
    Assertions.assertThat(number("Retry-After", "[1-9]\\d*")).isBetween(1.0, 21_600.0);
    Assertions.assertThat(number("X-RateLimit-Limit", "[1-9]\\d*")).isPositive();
    hasHeader("X-RateLimit-Remaining", "0");
    Assertions.assertThat(actual.header("X-RateLimit-Bucket")).as("%s", actual).isNotBlank();
    double resetAfter = number("X-RateLimit-Reset-After", "\\d+(\\.\\d+)?");
    Assertions.assertThat(resetAfter).isPositive();
    long now = Instant.now().getEpochSecond();
    Assertions.assertThat(number("X-RateLimit-Reset", "\\d+(\\.\\d+)?"))
        .isBetween((double) now, now + resetAfter + 60);
    return this;
  }

  private double number(String header, String form) {
    String value = actual.header(header);
    Assertions.assertThat(value).as("%s of %s", header, actual).matches(form);
    return Double.parseDouble(value);
  }

  /** One of the fields at fault, each with a code for programs and a sentence for people. */
  public AnswerAssert blames(String field) {
    for (JsonNode error : actual.json().path("errors")) {
      if (error.path("field").asString("").equals(field)) {
        Assertions.assertThat(error.path("code").asString(""))
            .as("code of %s", error)
            .matches(CODE);
        Assertions.assertThat(error.path("detail").asString(""))
            .as("detail of %s", error)
            .isNotBlank();
        return this;
      }
    }
    failWithMessage("expected an error of the field %s, got %s", field, actual);
    return this;
  }
}
