package io.beep.app.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beep.coreapi.EventCatalog;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.user.UserRegistered;
import java.util.UUID;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;

class StoredNameSerializerTest {

  private final StoredNameSerializer serializer = StoredNameSerializer.of(EventCatalog.EVENTS);
  private final UserRegistered registered =
      new UserRegistered(new UserId(new UUID(7, 7)), "ada", "Ada", "Lovelace");

  @Test
  void shouldStoreAnEventUnderOurOwnName() {
    SerializedObject<String> stored = serializer.serialize(registered, String.class);

    assertThat(stored.getType().getName()).isEqualTo("user.UserRegistered");
    assertThat(stored.getType().getRevision()).isEqualTo("1");
    assertThat(serializer.<String, UserRegistered>deserialize(stored)).isEqualTo(registered);
  }

  @Test
  void shouldReadAnEventThatHasAFieldMore() {
    String later =
        """
        {"userId":"00000000-0000-0007-0000-000000000007","username":"ada","firstName":"Ada",
         "lastName":"Lovelace","pronouns":"she"}\
        """;

    assertThat(
            serializer.<String, UserRegistered>deserialize(
                new SimpleSerializedObject<>(later, String.class, "user.UserRegistered", "1")))
        .isEqualTo(registered);
  }

  @Test
  void shouldRefuseANameThatNobodyKnows() {
    assertThatThrownBy(
            () ->
                serializer.deserialize(
                    new SimpleSerializedObject<>("{}", String.class, "user.UserVanished", "1")))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("user.UserVanished");
  }

  @Test
  void shouldKeepTheTokenOfAReplay() {
    TrackingToken token =
        ReplayToken.createReplayToken(
            new GlobalSequenceTrackingToken(42), new GlobalSequenceTrackingToken(-1));

    SerializedObject<String> stored = serializer.serialize(token, String.class);

    assertThat(serializer.<String, TrackingToken>deserialize(stored)).isEqualTo(token);
  }
}
