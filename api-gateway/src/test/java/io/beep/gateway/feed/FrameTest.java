package io.beep.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FrameTest {

  private static final byte[] DATA = "{}".getBytes(StandardCharsets.UTF_8);

  private static String text(Frame frame) {
    return new String(frame.bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void shouldTellItsPositionAndType() {
    assertThat(text(Frame.of(7, "message.sent", DATA)))
        .isEqualTo("id: 7\nevent: message.sent\ndata: {}\n\n");
  }

  @Test
  void shouldHaveNoIdWhenItIsASignal() {
    assertThat(text(Frame.of(Frame.NO_POSITION, "typing", DATA)))
        .isEqualTo("event: typing\ndata: {}\n\n");
  }

  @Test
  void shouldStandBehindACommentWhenItIsASignOfLife() {
    Frame frame = Frame.of(7, "feed.position", DATA).behindComment();

    assertThat(text(frame)).isEqualTo(":\nid: 7\nevent: feed.position\ndata: {}\n\n");
    assertThat(frame.position()).isEqualTo(7);
  }
}
