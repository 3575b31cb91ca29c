package io.beep.projection.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.readmodel.server.ServerDocument;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActivityTest {

  private static final UUID SERVER = new UUID(1, 1);
  private static final int TODAY = 20_500;

  private final Activity activity = new Activity();
  private ServerDocument document =
      new ServerDocument(SERVER.toString(), "Engines", null, List.of(), 1, 0, 0, false, Map.of());
  private int writes;
  private long position;

  private void say(int times, int day) {
    for (int i = 0; i < times; i++) {
      ServerChange.Spoken message = new ServerChange.Spoken(SERVER, position++, day);
      activity
          .count(message)
          .ifPresent(
              level -> {
                document = Activity.noted(document, day, level);
                writes++;
              });
    }
  }

  @Test
  void shouldWriteWhenADaysNumberHasDoubled() {
    activity.learn(SERVER, document, -1);

    say(1000, TODAY);

    assertThat(writes).isEqualTo(10);
    assertThat(document.activity()).isEqualTo(512);
    assertThat(document.lastActiveDay()).isEqualTo(TODAY);
  }

  @Test
  void shouldForgetWhatIsOlderThanAWeek() {
    activity.learn(SERVER, document, -1);

    say(64, TODAY);
    say(4, TODAY + 6);
    assertThat(document.activity()).isEqualTo(68);
    say(2, TODAY + 7);
    assertThat(document.activity()).isEqualTo(6);
    assertThat(document.days()).hasSize(2);
  }

  @Test
  void shouldGoOnAfterARestartFromWhatWasWritten() {
    activity.learn(SERVER, document, -1);
    say(100, TODAY);
    Activity restarted = new Activity();
    restarted.learn(SERVER, document, position - 1);

    boolean written = false;
    for (int i = 0; i < 64; i++) {
      written |= restarted.count(new ServerChange.Spoken(SERVER, position++, TODAY)).isPresent();
    }
    assertThat(written).isTrue();
  }

  @Test
  void shouldCountAMessageOnceHoweverOftenItIsTold() {
    activity.learn(SERVER, document, -1);
    say(1, TODAY);
    for (int i = 0; i < 10; i++) {
      activity.count(new ServerChange.Spoken(SERVER, 0, TODAY));
    }
    position = 1;

    say(1, TODAY);
    assertThat(document.activity()).isEqualTo(2);
  }

  @Test
  void shouldCountNothingOfAPrivateServer() {
    activity.learn(SERVER, null, -1);

    say(8, TODAY);

    assertThat(writes).isZero();
    assertThat(activity.knows(SERVER)).isTrue();
  }
}
