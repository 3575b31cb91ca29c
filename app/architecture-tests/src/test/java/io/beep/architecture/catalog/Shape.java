package io.beep.architecture.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.beep.coreapi.invitation.InvitationCode;
import io.beep.coreapi.shared.Identifier;
import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.permission.AccessChange;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a record looks like as JSON. */
final class Shape {

  /** What has a form in JSON that its class does not show. */
  private static final Map<Class<?>, String> KNOWN =
      Map.ofEntries(
          Map.entry(String.class, "text"),
          Map.entry(int.class, "whole number"),
          Map.entry(long.class, "whole number"),
          Map.entry(Integer.class, "whole number"),
          Map.entry(Long.class, "whole number"),
          Map.entry(boolean.class, "`true` or `false`"),
          Map.entry(Boolean.class, "`true` or `false`"),
          Map.entry(Instant.class, "time"),
          Map.entry(Object.class, "any value"),
          Map.entry(UUID.class, "id"),
          Map.entry(AccessChange.class, "a change of roles or overwrites, named in its `change`"),
          Map.entry(InvitationCode.class, "code of an invitation: 10 characters of base58"),
          Map.entry(MembershipId.class, "`membership:<serverId>:<userId>`"),
          Map.entry(Permission.class, "name of a permission"),
          Map.entry(PermissionSet.class, "list of names of permissions"));

  private Shape() {}

  static List<RecordComponent> fields(Class<?> type) {
    return List.of(type.getRecordComponents());
  }

  /** The name of a field in JSON. */
  static String name(RecordComponent field) {
    AnnotatedElement accessor = field.getAccessor();
    JsonProperty renamed = accessor.getAnnotation(JsonProperty.class);
    return renamed == null ? field.getName() : renamed.value();
  }

  static boolean isNullable(RecordComponent field) {
    return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /**
   * What may stand in a field, in words.
   *
   * @param from the page on which it is told
   */
  static String of(Type type, Places places, String from) {
    if (type instanceof ParameterizedType parameterized) {
      Type[] of = parameterized.getActualTypeArguments();
      String first = of(of[0], places, from);
      return switch (((Class<?>) parameterized.getRawType()).getSimpleName()) {
        case "List" -> "list of " + first;
        case "Set" -> "set of " + first;
        case "Map" -> "object: " + first + " → " + of(of[1], places, from);
        default -> throw new IllegalArgumentException("the catalog cannot tell a " + type);
      };
    }
    Class<?> plain = (Class<?>) type;
    String known = KNOWN.get(plain);
    if (known != null) {
      return known;
    }
    if (Identifier.class.isAssignableFrom(plain)) {
      return "id: `" + plain.getSimpleName() + "`";
    }
    if (plain.isEnum()) {
      return Arrays.stream(plain.getEnumConstants())
          .map(constant -> "`" + Examples.json(constant).replace("\"", "") + "`")
          .collect(Collectors.joining(", "));
    }
    if (places.hasSection(plain)) {
      return places.section(plain, from);
    }
    throw new IllegalArgumentException("the catalog cannot tell a " + type);
  }

  /** The records that stand in a record, and in those, itself among them. */
  static Set<Class<?>> recordsIn(Class<?> type) {
    Set<Class<?>> found = new LinkedHashSet<>();
    collect(type, found);
    return found;
  }

  private static void collect(Type type, Set<Class<?>> found) {
    if (type instanceof ParameterizedType parameterized) {
      Stream.of(parameterized.getActualTypeArguments()).forEach(one -> collect(one, found));
    } else if (type instanceof Class<?> plain && hasOwnSection(plain) && found.add(plain)) {
      fields(plain).forEach(field -> collect(field.getGenericType(), found));
    }
  }

  private static boolean hasOwnSection(Class<?> type) {
    return type.isRecord() && !KNOWN.containsKey(type) && !Identifier.class.isAssignableFrom(type);
  }
}
