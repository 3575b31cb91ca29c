package io.beep.architecture.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.beep.coreapi.EventCatalog;
import io.beep.coreapi.invitation.InvitationCode;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.NewText;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.AccessChange;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.coreapi.shared.picture.PictureId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON of messages: of events as they are kept in golden files, of all else as made up here. */
final class Examples {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .build();

  private static final DefaultPrettyPrinter PRINTER =
      new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                  .withObjectEmptySeparator("")
                  .withArrayEmptySeparator(""))
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultIndenter("  ", "\n"));

  /** What a text field holds, by its name. */
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("bannedByName", "Grace Hopper"),
          Map.entry("code", "message.too-long"),
          Map.entry("colour", "#b45309"),
          Map.entry("content", "**hello**"),
          Map.entry("cursor", "WzEuMCwiMDE5OSJd"),
          Map.entry("description", "all about them"),
          Map.entry("displayName", "Ada Lovelace"),
          Map.entry("firstName", "Ada"),
          Map.entry("highlights", "\ue000hello\ue001 everyone"),
          Map.entry("inviterName", "Ada Lovelace"),
          Map.entry("lastName", "Lovelace"),
          Map.entry("name", "Engines"),
          Map.entry("avatarUrl", "/api/pictures/5f2b8c0d9a7e41d6b3c2a1908f7e6d5c/256"),
          Map.entry("bannerUrl", "/api/pictures/5f2b8c0d9a7e41d6b3c2a1908f7e6d5c/1920"),
          Map.entry("language", "fr"),
          Map.entry("pictureId", "5f2b8c0d9a7e41d6b3c2a1908f7e6d5c"),
          Map.entry("pictureUrl", "/api/pictures/5f2b8c0d9a7e41d6b3c2a1908f7e6d5c/256"),
          Map.entry("roleName", "Writers"),
          Map.entry("serverDescription", "all about them"),
          Map.entry("serverName", "Engines"),
          Map.entry("topic", "what is new"),
          Map.entry("type", "text"),
          Map.entry("username", "ada"),
          Map.entry("words", "hello"));

  private static final Map<String, Integer> NUMBERS =
      Map.of(
          "durationSeconds", 600,
          "expiresIn", 604_800,
          "limit", 50,
          "maxUses", 25,
          "memberCount", 1,
          "position", 4711,
          "total", 1,
          "uses", 3);

  private static final List<String> TRUE = List.of("member", "hasBefore");

  /** Lists of what there is not yet. */
  private static final List<String> EMPTY = List.of("mentions", "attachments", "reactions");

  /** Fields that are there only when others are not. */
  private static final List<String> MISSING = List.of("after", "around", "timedOutUntil", "until");

  /** What its type alone would make the same as what stands beside it. */
  private static final Map<String, Object> OTHERS =
      Map.of(
          "deny", PermissionSet.of(Permission.ATTACH_FILES),
          "parentId", new ChannelId(id(4)),
          "replyTo", new MessageId(id(6)));

  /** The people and places of the golden files. */
  private static final Map<Class<?>, Object> VALUES =
      Map.ofEntries(
          Map.entry(UserId.class, new UserId(id(1))),
          Map.entry(ServerId.class, new ServerId(id(2))),
          Map.entry(ChannelId.class, new ChannelId(id(3))),
          Map.entry(MessageId.class, new MessageId(id(5))),
          Map.entry(RoleId.class, new RoleId(id(7))),
          Map.entry(UUID.class, id(7)),
          Map.entry(AccessChange.class, new AccessChange.RoleDeleted(new RoleId(id(7)))),
          Map.entry(Object.class, "news"),
          Map.entry(PictureId.class, new PictureId("5f2b8c0d9a7e41d6b3c2a1908f7e6d5c")),
          Map.entry(InvitationCode.class, new InvitationCode("7kQ2mXw9Za")),
          Map.entry(MembershipId.class, new MembershipId(new ServerId(id(2)), new UserId(id(1)))),
          Map.entry(Instant.class, Instant.parse("2026-03-14T09:26:53.589Z")),
          Map.entry(Permission.class, Permission.VIEW_CHANNEL),
          Map.entry(
              PermissionSet.class,
              PermissionSet.of(
                  Permission.VIEW_CHANNEL, Permission.READ_HISTORY, Permission.SEND_MESSAGES)));

  private Examples() {}

  static String json(Object value) {
    return JSON.writer().with(PRINTER).writeValueAsString(value);
  }

  /** What the golden file of an event's present revision says. */
  static String golden(Class<?> event, Path project) {
    String name =
        EventCatalog.EVENTS.nameOf(event)
            + ".r"
            + event.getAnnotation(Revision.class).value()
            + ".json";
    try {
      return Files.readString(project.resolve("core-api/src/test/resources/golden").resolve(name))
          .strip();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** A record with a value in every field that has one by its name. */
  static Object of(Class<?> type) {
    RecordComponent[] fields = type.getRecordComponents();
    Object[] values = Stream.of(fields).map(Examples::value).toArray();
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Stream.of(fields).map(RecordComponent::getType).toArray(Class[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException broken) {
      throw new LinkageError("cannot make an example of " + type.getName(), broken);
    }
  }

  private static @Nullable Object value(RecordComponent field) {
    String name = field.getName();
    boolean isUnknownText = field.getType() == String.class && !TEXTS.containsKey(name);
    if (Shape.isNullable(field) && (isUnknownText || MISSING.contains(name))) {
      return null;
    }
    Object other = OTHERS.get(name);
    if (other != null) {
      return other;
    }
    boolean isOfChannel = field.getDeclaringRecord().getSimpleName().contains("Channel");
    return isOfChannel && name.equals("name") ? "news" : value(field.getGenericType(), name);
  }

  private static Object value(Type type, String name) {
    if (type instanceof ParameterizedType parameterized) {
      return collection(parameterized, name);
    }
    Class<?> plain = (Class<?>) type;
    Object known = VALUES.get(plain);
    if (known != null) {
      return known;
    }
    if (plain == int.class || plain == Integer.class) {
      return NUMBERS.getOrDefault(name, 0);
    }
    if (plain == long.class || plain == Long.class) {
      return NUMBERS.getOrDefault(name, 0).longValue();
    }
    if (plain == boolean.class || plain == Boolean.class) {
      return TRUE.contains(name);
    }
    if (plain.isEnum()) {
      return plain.getEnumConstants()[0];
    }
    if (plain == NewText.class) {
      return new NewText(TEXTS.get(name));
    }
    return plain == String.class ? TEXTS.getOrDefault(name, name) : of(plain);
  }

  private static Object collection(ParameterizedType type, String name) {
    Type[] of = type.getActualTypeArguments();
    if (type.getRawType() == Map.class) {
      return Map.of(value(of[0], name), value(of[1], name));
    }
    if (EMPTY.contains(name)) {
      return List.of();
    }
    return type.getRawType() == Set.class
        ? Set.of(value(of[0], name))
        : List.of(value(of[0], name));
  }

  private static UUID id(long number) {
    return new UUID(0x0199_0000_0000_7000L, number);
  }
}
