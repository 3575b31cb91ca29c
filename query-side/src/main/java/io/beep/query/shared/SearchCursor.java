package io.beep.query.shared;

import io.beep.coreapi.message.SearchError;
import io.beep.coreapi.shared.DomainException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the next page of a search begins: behind this one. Opaque to clients: base64url of {@code
 * score:id}.
 */
public record SearchCursor(double score, UUID id) {

  private static final int LONGEST = 120;
  private static final Pattern FORM =
      Pattern.compile(
          "([0-9]{1,10}(?:\\.[0-9]{1,20})?(?:E-?[0-9]{1,2})?):"
              + "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

  public String encode() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((score + ":" + id).getBytes(StandardCharsets.US_ASCII));
  }

  public static SearchCursor decode(String cursor) {
    if (cursor.length() > LONGEST) {
      throw invalid();
    }
    Matcher matcher = FORM.matcher(decoded(cursor));
    if (!matcher.matches()) {
      throw invalid();
    }
    return new SearchCursor(
        Double.parseDouble(matcher.group(1)), UUID.fromString(matcher.group(2)));
  }

  private static String decoded(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
  }

  private static DomainException invalid() {
    return new DomainException(new SearchError.CursorInvalid());
  }
}
