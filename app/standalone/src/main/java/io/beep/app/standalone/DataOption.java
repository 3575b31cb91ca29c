package io.beep.app.standalone;

import io.beep.app.operations.control.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Arguments of a command, and the data directory that {@code --data}, else {@code BEEP_DATA} names.
 *
 * @param rest without {@code --data DIR}
 */
record DataOption(List<String> rest, Path data) {

  static DataOption of(List<String> arguments, Map<String, String> environment) {
    List<String> rest = new ArrayList<>();
    String data = environment.getOrDefault("BEEP_DATA", "data");
    Iterator<String> each = arguments.iterator();
    while (each.hasNext()) {
      String next = each.next();
      if (!next.equals("--data")) {
        rest.add(next);
      } else if (each.hasNext()) {
        data = each.next();
      } else {
        throw new UsageException("The option --data needs a value.");
      }
    }
    return new DataOption(List.copyOf(rest), Path.of(data).toAbsolutePath().normalize());
  }
}
