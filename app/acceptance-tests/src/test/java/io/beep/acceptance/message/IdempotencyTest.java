package io.beep.acceptance.message;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.RawConnection;
import io.beep.acceptance.shared.Together;
import io.beep.acceptance.shared.Witness;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code Idempotency-Key}: a client that got no answer may send the same once more. */
@OnBeep
class IdempotencyTest {

  private final Beep beep;
  private final Witness witness;
  private final Person ada;
  private final Person grace;
  private final Community community;
  private final String messages;

  IdempotencyTest(Beep beep) {
    this.beep = beep;
    this.witness = beep.witness();
    this.ada = beep.ada();
    this.grace = beep.grace();
    this.community = ada.foundPublic("Once");
    grace.join(community);
    this.messages = "/api/channels/" + community.text() + "/messages";
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static Answer send(Person person, String method, String path, Object body, String key) {
    return person.call(method, path).json(body).header("Idempotency-Key", key).send();
  }

  private Answer say(Person person, Object body, String key) {
    return send(person, "POST", messages, body, key);
  }

  private static void assertSame(Answer first, Answer second) {
    assertThat(second.status()).isEqualTo(first.status());
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
  }

  @Nested
  class WhenACommandIsSentTwice {

    @Test
    void shouldSendOneMessage() {
      String key = key();

      List<Answer> answers =
          witness.ofKeyedEvents(
              1,
              () ->
                  List.of(
                      say(ada, Map.of("content", "twice"), key),
                      say(ada, Map.of("content", "twice"), key)));

      assertThat(answers.getFirst()).hasStatus(201);
      assertSame(answers.getFirst(), answers.getLast());
      assertThat(ada.history(community.text(), "").contents()).containsOnlyOnce("twice");
    }

    @Test
    void shouldTakeTheSameInAnotherFormForTheSame() {
      String key = key();
      Answer first = say(ada, "{\"content\":\"spaced\",\"replyTo\":null}", key);

      Answer second =
          witness.ofNothing(
              () -> say(ada, "{ \"replyTo\" : null,\n\"content\":\"\\u0073paced\" }", key));

      assertSame(first, second);
    }

    @Test
    void shouldFoundOneServer() {
      String key = key();
      Map<String, String> body = Map.of("name", "Only one", "visibility", "private");
      Answer first = send(ada, "POST", "/api/servers", body, key);

      Answer second = witness.ofNothing(() -> send(ada, "POST", "/api/servers", body, key));

      assertThat(first).hasStatus(201);
      assertSame(first, second);
      assertThat(second.json().path("channels")).hasSize(2);
    }

    @Test
    void shouldOpenOneChannel() {
      String key = key();
      Map<String, String> body = Map.of("name", "only-one", "type", "text");
      Answer first = send(ada, "POST", community.path() + "/channels", body, key);

      Answer second =
          witness.ofNothing(() -> send(ada, "POST", community.path() + "/channels", body, key));

      assertThat(first).hasStatus(201);
      assertSame(first, second);
    }

    @Test
    void shouldChangeBothFieldsOnce() {
      String key = key();
      Community mine = ada.foundPrivate("Before");
      Map<String, String> body = Map.of("name", "After", "description", "Both");
      Answer first = send(ada, "PATCH", mine.path(), body, key);

      Answer second = witness.ofNothing(() -> send(ada, "PATCH", mine.path(), body, key));

      assertThat(first).hasStatus(200);
      assertSame(first, second);
    }

    @Test
    void shouldNotJoinLaterByWhatDidNothing() {
      String key = key();
      Community place = ada.foundPublic("Left");
      String membership = place.path() + "/members/me";
      grace.join(place);
      Answer first = grace.call("PUT", membership).header("Idempotency-Key", key).send();
      grace.leave(place);

      Answer second =
          witness.ofNothing(
              () -> grace.call("PUT", membership).header("Idempotency-Key", key).send());

      assertThat(first).hasStatus(200);
      assertSame(first, second);
    }

    @Test
    void shouldDeleteOnceAndSaySoTwice() {
      String key = key();
      Person.Said said = ada.say(community.text(), "to be deleted");
      Answer first =
          ada.call("DELETE", "/api/messages/" + said.id()).header("Idempotency-Key", key).send();

      Answer second =
          witness.ofNothing(
              () ->
                  ada.call("DELETE", "/api/messages/" + said.id())
                      .header("Idempotency-Key", key)
                      .send());

      assertThat(first).hasStatus(200);
      assertSame(first, second);
    }

    @Test
    void shouldAnswerTheSameEvenWhenTheWorldHasChanged() {
      String key = key();
      Answer first = say(ada, Map.of("content", "first thing"), key);
      ada.delete("/api/messages/" + first.id()).requireSuccess();

      Answer second = witness.ofNothing(() -> say(ada, Map.of("content", "first thing"), key));

      assertSame(first, second);
    }
  }

  @Nested
  class WhenDoublesRace {

    private static final int DOUBLES = 16;

    @Test
    void shouldSendOneMessageAndAnswerAllAlike() {
      String key = key();

      List<Answer> answers =
          witness.ofKeyedEvents(
              1, () -> Together.all(DOUBLES, _ -> say(ada, Map.of("content", "raced"), key)));

      assertThat(answers.stream().map(Answer::status)).containsOnly(201);
      assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
      assertThat(ada.history(community.text(), "").contents()).containsOnlyOnce("raced");
    }

    @Test
    void shouldTakeExactlyOneOfDifferentOnes() {
      String key = key();

      List<Answer> answers =
          witness.ofKeyedEvents(
              1, () -> Together.all(DOUBLES, i -> say(ada, Map.of("content", "raced " + i), key)));

      assertThat(answers.stream().map(Answer::status)).containsOnly(201, 422).containsOnlyOnce(201);
      assertThat(answers)
          .filteredOn(answer -> answer.status() != 201)
          .allSatisfy(answer -> assertThat(answer).isProblem(422, "idempotency-key.reused"));
    }
  }

  @Nested
  class WhenTheKeyIsUsedForSomethingElse {

    @Test
    void shouldRefuseAnotherBody() {
      String key = key();
      say(ada, Map.of("content", "one"), key).requireSuccess();

      assertThat(witness.ofNothing(() -> say(ada, Map.of("content", "two"), key)))
          .isProblem(422, "idempotency-key.reused");
    }

    @Test
    void shouldRefuseAnotherAddress() {
      String key = key();
      say(ada, Map.of("content", "one"), key).requireSuccess();

      assertThat(
              witness.ofNothing(
                  () ->
                      send(
                          ada,
                          "POST",
                          "/api/channels/" + community.voice() + "/messages",
                          Map.of("content", "one"),
                          key)))
          .isProblem(422, "idempotency-key.reused");
    }

    @Test
    void shouldRefuseAnotherChangeOfTheSameThing() {
      String key = key();
      Community mine = ada.foundPrivate("Before");
      send(ada, "PATCH", mine.path(), Map.of("name", "After"), key).requireSuccess();

      for (Map<String, String> other :
          List.of(Map.of("name", "Later"), Map.of("description", "Other"))) {
        assertThat(witness.ofNothing(() -> send(ada, "PATCH", mine.path(), other, key)))
            .isProblem(422, "idempotency-key.reused");
      }
    }

    @Test
    void shouldRefuseTheKeyOfWhatDidNothing() {
      String key = key();
      Community mine = ada.foundPrivate("Before");
      send(ada, "PATCH", mine.path(), Map.of("name", "Before"), key).requireSuccess();

      assertThat(
              witness.ofNothing(
                  () -> send(ada, "PATCH", mine.path(), Map.of("name", "After"), key)))
          .isProblem(422, "idempotency-key.reused");
    }

    @Test
    void shouldLetAChangeBeMendedOfWhichAPartWasRefused() {
      String key = key();
      Community mine = ada.foundPrivate("Before");
      Map<String, String> bad = Map.of("name", "After", "description", "d".repeat(501));

      assertThat(witness.ofNothing(() -> send(ada, "PATCH", mine.path(), bad, key)))
          .isProblem(400, "server.description-too-long");
      assertThat(
              witness.ofKeyedEvents(
                  1, () -> send(ada, "PATCH", mine.path(), Map.of("name", "After"), key)))
          .hasStatus(200);
    }

    @Test
    void shouldBeSomeoneElsesOwnToUse() {
      String key = key();
      Answer adas = say(ada, Map.of("content", "the same"), key);

      Answer graces =
          witness.ofKeyedEvents(1, () -> say(grace, Map.of("content", "the same"), key));

      assertThat(graces).hasStatus(201);
      assertThat(graces.id()).isNotEqualTo(adas.id());
      assertThat(say(grace, Map.of("content", "not the same"), key())).hasStatus(201);
    }

    @Test
    void shouldLetARefusedOneBeMended() {
      String key = key();
      assertThat(say(ada, Map.of("content", " "), key)).isProblem(400, "message.empty");

      assertThat(say(ada, Map.of("content", "mended"), key)).hasStatus(201);
    }
  }

  @Nested
  class WhenTheKeyIsNone {

    @Test
    void shouldTakeTheLongest() {
      String key = "k".repeat(255 - 36) + key();

      assertThat(say(ada, Map.of("content", "long key"), key)).hasStatus(201);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"é", "À", "ключ", "🐦"})
    void shouldTakeOneInAnyWriting(String text) {
      Person.Said said = ada.say(community.text(), "deleted by " + text);
      String delete = "DELETE /api/messages/" + said.id();
      String key = text.repeat(200 / text.length()) + key();
      Answer first = rawly(delete, key);

      Answer second = witness.ofNothing(() -> rawly(delete, key));

      assertThat(first).hasStatus(200);
      assertSame(first, second);
    }

    private Answer rawly(String methodAndPath, String key) {
      return RawConnection.once(
          beep, methodAndPath, "Authorization: Bearer " + ada.token(), "Idempotency-Key: " + key);
    }

    @Test
    void shouldRefuseALongerOne() {
      assertKeyRefused("k".repeat(256));
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"", " "})
    void shouldRefuseAnEmptyOne(String key) {
      assertKeyRefused(key);
    }

    @Test
    void shouldRefuseTwo() {
      Answer answer =
          witness.ofNothing(
              () ->
                  ada.call("POST", messages)
                      .json(Map.of("content", "two keys"))
                      .header("Idempotency-Key", "a" + key())
                      .header("Idempotency-Key", "b" + key())
                      .send());

      assertThat(answer).isProblem(400, "idempotency-key.invalid").blames("Idempotency-Key");
    }

    private void assertKeyRefused(String key) {
      assertThat(witness.ofNothing(() -> say(ada, Map.of("content", "no key"), key)))
          .isProblem(400, "idempotency-key.invalid");
    }
  }
}
