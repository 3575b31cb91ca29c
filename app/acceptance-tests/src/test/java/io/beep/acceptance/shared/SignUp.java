package io.beep.acceptance.shared;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** What someone types who signs up. */
public record SignUp(
    String firstName, String lastName, String username, String email, String password) {

  /** Somebody whom no Beep has met yet. */
  public static SignUp fresh() {
    String unique = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(), 12);
    return new SignUp(
        "Ada",
        "Lovelace",
        "ada." + unique,
        "ada." + unique + "@example.org",
        "two loose engines " + unique);
  }

  public SignUp withUsername(String other) {
    return new SignUp(firstName, lastName, other, email, password);
  }

  public SignUp withEmail(String other) {
    return new SignUp(firstName, lastName, username, other, password);
  }

  public SignUp withPassword(String other) {
    return new SignUp(firstName, lastName, username, email, other);
  }

  /** May be changed. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("firstName", firstName);
    json.put("lastName", lastName);
    json.put("username", username);
    json.put("email", email);
    json.put("password", password);
    return json;
  }
}
