package io.beep.app.projectionnode;

import io.beep.app.distributed.Node;
import io.beep.app.distributed.Settings;
import io.beep.app.distributed.SettingsException;
import io.beep.app.operations.control.ConsoleAnswer;
import io.beep.app.operations.control.ControlCommand;
import io.beep.app.operations.control.DeadLettersCommand;
import io.beep.app.operations.control.RebuildCommand;
import io.beep.app.operations.control.UsageException;
import io.beep.projection.api.DeadLetterOffice;
import io.beep.projection.api.Rebuilds;
import java.io.IOException;
import java.util.List;
import org.springframework.context.ApplicationContext;

/**
 * {@code node rebuild …} and {@code node dead-letters …}: what an operator asks of the projections
 * while nodes serve them. Runs beside those, with their settings, and ends when it is done.
 */
public final class ProjectionOperator {

  private static final String NAME = "projection-operator";

  private ProjectionOperator() {}

  /**
   * @param arguments the command, then its own
   */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), new Settings(System.getenv())));
  }

  private static int run(List<String> arguments, Settings settings) {
    Node.logAsJson(NAME);
    try (Node node = new Node(NAME)) {
      Thread asking = Thread.currentThread();
      Runtime.getRuntime().addShutdownHook(new Thread(asking::interrupt, "interrupt"));
      ApplicationContext core = node.start(ProjectionCoreConfiguration.class, settings);
      command(arguments, core)
          .run(arguments.subList(1, arguments.size()), ConsoleAnswer.ofThisProcess());
      return 0;
    } catch (UsageException | SettingsException e) {
      return failed(e.getMessage());
    } catch (InterruptedException e) {
      return failed("interrupted; what is done stays");
    } catch (IOException e) {
      return failed("nobody listens: " + e.getMessage());
    }
  }

  private static ControlCommand command(List<String> arguments, ApplicationContext core) {
    return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
      case "rebuild" -> new RebuildCommand(core.getBean(Rebuilds.class));
      case "dead-letters" -> new DeadLettersCommand(core.getBean(DeadLetterOffice.class));
      default -> throw new UsageException("say which: rebuild or dead-letters");
    };
  }

  private static int failed(@org.jspecify.annotations.Nullable String why) {
    System.out.flush();
    System.err.println("beep: " + why);
    return 1;
  }
}
