package io.beep.identity.account;

import java.util.Locale;

/** What someone who signs up has typed, after every rule has passed. */
record SignUp(String username, String email, String password, String firstName, String lastName) {

  String usernameKey() {
    return key(username);
  }

  String emailKey() {
    return key(email);
  }

  /** The form in which usernames and addresses are compared: without case. */
  static String key(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "SignUp[username=" + username + "]";
  }
}
