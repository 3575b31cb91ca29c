package io.beep.gateway.shared.json;

import io.beep.coreapi.shared.NewText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * A field of a PATCH: left out, set to null, or set to a text. In JSON these are an absent field, a
 * null and a string.
 *
 * @param given whether the field is there at all
 */
public record Change(boolean given, @Nullable String value) {

  static final Change NONE = new Change(false, null);
  static final Change CLEARED = new Change(true, null);

  /** Null when the field is left out. */
  public @Nullable NewText newText() {
    return given ? new NewText(value) : null;
  }

  static final class Deserializer extends ValueDeserializer<Change> {

    @Override
    public Change deserialize(JsonParser parser, DeserializationContext context) {
      // Not by hasStringCharacters(), which is never so while a tree is read.
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        return (Change) context.handleUnexpectedToken(Change.class, parser);
      }
      return new Change(true, parser.getString());
    }

    @Override
    public Change getNullValue(DeserializationContext context) {
      return CLEARED;
    }

    @Override
    public Change getAbsentValue(DeserializationContext context) {
      return NONE;
    }
  }
}
