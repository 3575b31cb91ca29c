package io.beep.acceptance.endurance;

import io.beep.acceptance.shared.BeepCommand;
import io.beep.acceptance.shared.BeepProcess;
import io.beep.acceptance.shared.Person;

/** Tokens for those who talk longer than a token of a browser lasts. */
final class LongTokens {

  private LongTokens() {}

  /** The same person with a token for twelve hours. */
  static Person of(BeepProcess process, Person person) {
    String token =
        BeepCommand.run("token", person.username(), "--data", process.data().toString()).out();
    return person.with(person.beep(), token.strip());
  }
}
