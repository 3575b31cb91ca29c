package io.beep.coreapi.moderation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.beep.coreapi.shared.Identifier;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.UserId;
import java.util.UUID;

/**
 * Names all that is reported of one message or one member of a server, by the id of that message or
 * user, so that whatever is reported of it comes together in one place. Bare in JSON.
 */
public record ReportId(@JsonValue UUID value) implements Identifier {

  public static final String PREFIX = "report:";

  public static ReportId of(MessageId message) {
    return new ReportId(message.value());
  }

  public static ReportId of(UserId member) {
    return new ReportId(member.value());
  }

  /**
   * @throws IllegalArgumentException when {@code text} is no UUID in its canonical form
   */
  @JsonCreator
  public static ReportId of(String text) {
    return new ReportId(Identifier.parse(text, PREFIX));
  }

  @Override
  public String toString() {
    return PREFIX + value;
  }
}
