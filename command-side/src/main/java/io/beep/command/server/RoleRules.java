package io.beep.command.server;

import io.beep.command.shared.Texts;
import io.beep.coreapi.server.RoleError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.Quotas;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may be said about a role, and how many there may be. */
final class RoleRules {

  static final int NAME_MOST = 100;

  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

  private RoleRules() {}

  /** The name as it is kept. */
  static String requireName(String name) {
    String trimmed = Texts.trimmed(name);
    if (!Texts.isName(trimmed, NAME_MOST)) {
      throw new DomainException(new RoleError.NameInvalid(NAME_MOST));
    }
    return trimmed;
  }

  /** The colour as it is kept, null when there is none. */
  static @Nullable String requireColour(@Nullable String colour) {
    if (colour == null) {
      return null;
    }
    if (!COLOUR.matcher(colour).matches()) {
      throw new DomainException(new RoleError.ColourInvalid());
    }
    return colour.toLowerCase(Locale.ROOT);
  }

  /** Lets pass when there is room for one more. */
  static void requireRoom(int roles) {
    if (roles >= Quotas.ROLES_OF_A_SERVER) {
      throw new DomainException(new RoleError.LimitReached(Quotas.ROLES_OF_A_SERVER));
    }
  }
}
