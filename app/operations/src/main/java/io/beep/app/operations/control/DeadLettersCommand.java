package io.beep.app.operations.control;

import io.beep.projection.api.DeadLetterOffice;
import io.beep.projection.api.DeadLetterOffice.Count;
import io.beep.projection.api.DeadLetterOffice.DeadLetter;
import io.beep.projection.api.DeadLetterOffice.Outcome;
import java.io.IOException;
import java.util.List;

/** {@code ./beep dead-letters list|retry|discard}, in the running Beep. */
public final class DeadLettersCommand implements ControlCommand {

  private static final String USAGE =
      "Usage: ./beep dead-letters list [PROJECTION] | retry [PROJECTION] |"
          + " discard PROJECTION POSITION  [--data DIR]";

  /** A page; the counts tell of the rest. */
  private static final int SHOWN = 100;

  private final DeadLetterOffice office;

  public DeadLettersCommand(DeadLetterOffice office) {
    this.office = office;
  }

  @Override
  public void run(List<String> arguments, ControlAnswer answer) throws IOException {
    try {
      switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
        case "list" -> list(projections(arguments), answer);
        case "retry" -> retry(projections(arguments), answer);
        case "discard" -> discard(arguments, answer);
        default -> throw new UsageException(USAGE);
      }
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private List<String> projections(List<String> arguments) {
    return switch (arguments.size()) {
      case 1 -> office.counts().stream().map(Count::projection).toList();
      case 2 -> List.of(arguments.get(1));
      default -> throw new UsageException(USAGE);
    };
  }

  private void list(List<String> projections, ControlAnswer answer) throws IOException {
    List<Count> counts = office.counts();
    for (String projection : projections) {
      List<DeadLetter> letters = office.list(projection, SHOWN);
      for (DeadLetter letter : letters) {
        answer.line(
            "%s %d  %s  since %s  %s"
                .formatted(
                    projection,
                    letter.position(),
                    letter.subject(),
                    letter.since(),
                    letter.cause() == null
                        ? "waits behind another"
                        : "refused %d times: %s".formatted(letter.tries(), letter.cause())));
      }
      for (Count count : counts) {
        if (count.projection().equals(projection)) {
          answer.line(
              "%s: %d refused, %d wait behind them"
                  .formatted(projection, count.refused(), count.waiting()));
        }
      }
    }
  }

  private void retry(List<String> projections, ControlAnswer answer) throws IOException {
    for (String projection : projections) {
      Outcome outcome = office.retry(projection);
      answer.line(
          "%s: %d handled, %d left".formatted(projection, outcome.handled(), outcome.left()));
    }
  }

  private void discard(List<String> arguments, ControlAnswer answer) throws IOException {
    if (arguments.size() != 3 || !arguments.get(2).matches("\\d{1,18}")) {
      throw new UsageException(USAGE);
    }
    String projection = arguments.get(1);
    long position = Long.parseLong(arguments.get(2));
    if (!office.discard(projection, position)) {
      throw new UsageException(projection + " has no dead letter at " + position + ".");
    }
    answer.line(
        "%s: the event at %d is given up; retry handles what waited behind it"
            .formatted(projection, position));
  }
}
