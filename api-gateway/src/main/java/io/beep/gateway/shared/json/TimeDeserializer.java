package io.beep.gateway.shared.json;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * A time in ISO 8601, and in no other form: Jackson's own also takes numbers, and whoever sends
 * milliseconds where it reads seconds gets a time that nobody meant.
 */
final class TimeDeserializer extends ValueDeserializer<Instant> {

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return (Instant) context.handleUnexpectedToken(Instant.class, parser);
    }
    try {
      return Instant.parse(parser.getString());
    } catch (DateTimeParseException noTime) {
      throw context.instantiationException(
          Instant.class,
          new IllegalArgumentException("This must be a time as 2026-03-01T09:00:00Z.", noTime));
    }
  }
}
