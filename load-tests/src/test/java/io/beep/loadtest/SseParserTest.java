package io.beep.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SseParserTest {

  private final List<Frame> frames = new ArrayList<>();
  private final SseParser parser =
      new SseParser(
          (id, event, data, length) ->
              frames.add(
                  new Frame(id, event, new String(data, 0, length, StandardCharsets.UTF_8))));

  record Frame(@Nullable String id, String event, String data) {}

  @Test
  void shouldReadAFrame() {
    read("id: 17\nevent: message.sent\ndata: {\"a\":1}\n\n");

    assertThat(frames).containsExactly(new Frame("17", "message.sent", "{\"a\":1}"));
  }

  @Test
  void shouldPassOverCommentsUnknownFieldsAndFramesWithoutData() {
    read(": keep open\n\nretry: 5\nfoo: bar\nevent: nothing\n\ndata: x\n\n");

    assertThat(frames).containsExactly(new Frame(null, "message", "x"));
  }

  @Test
  void shouldJoinLinesOfData() {
    read("data: a\ndata\ndata:  b\n\n");

    assertThat(frames).containsExactly(new Frame(null, "message", "a\n\n b"));
  }

  @Test
  void shouldIgnoreAnIdWithNul() {
    read("id: 1\0\ndata: x\n\n");

    assertThat(frames).containsExactly(new Frame(null, "message", "x"));
  }

  @Test
  void shouldDropWhatTheStreamLeavesUnfinished() {
    read("data: whole\n\ndata: half\n");

    assertThat(frames).containsExactly(new Frame(null, "message", "whole"));
  }

  @Test
  void shouldPassOverAByteOrderMark() {
    read("\uFEFFdata: x\n\n");

    assertThat(frames).containsExactly(new Frame(null, "message", "x"));
  }

  @Test
  void shouldGiveUpOnALineWithoutEnd() {
    String much = "data: " + "x".repeat(2 << 20);

    assertThatThrownBy(() -> read(much)).isInstanceOf(IllegalStateException.class);
  }

  /** Whatever is sent and wherever it is cut, the frames are those that were written. */
  @RepeatedTest(200)
  void shouldReadTheSameHoweverTheStreamIsCut(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Frame> written = new ArrayList<>();
    StringBuilder stream = new StringBuilder();
    for (int frame = 0; frame < 20; frame++) {
      write(random, stream, written);
    }

    readCut(stream.toString().getBytes(StandardCharsets.UTF_8), random);

    assertThat(frames).isEqualTo(written);
  }

  private static void write(Random random, StringBuilder stream, List<Frame> written) {
    // One kind of line end a frame: a CR that ends one line and a LF that ends the next are one
    // end.
    String end = List.of("\n", "\r\n").get(random.nextInt(2));
    if (random.nextInt(4) == 0) {
      stream.append(": comment é").append(end);
    }
    String id = random.nextBoolean() ? Integer.toString(random.nextInt(1_000)) : null;
    if (id != null) {
      stream.append("id:").append(random.nextBoolean() ? " " : "").append(id).append(end);
    }
    String event = random.nextBoolean() ? "message.sent" : "";
    if (!event.isEmpty()) {
      stream.append("event: ").append(event).append(end);
    }
    List<String> lines = new ArrayList<>();
    for (int line = 0; line <= random.nextInt(3); line++) {
      lines.add("héllo 🎉 ".repeat(random.nextInt(90)) + random.nextInt());
    }
    lines.forEach(line -> stream.append("data: ").append(line).append(end));
    stream.append(end);
    written.add(new Frame(id, event.isEmpty() ? "message" : event, String.join("\n", lines)));
  }

  private void readCut(byte[] bytes, Random random) {
    int at = 0;
    while (at < bytes.length) {
      int length = Math.min(bytes.length - at, random.nextInt(1, random.nextBoolean() ? 3 : 400));
      parser.read(Unpooled.wrappedBuffer(bytes, at, length));
      at += length;
    }
  }

  private void read(String text) {
    parser.read(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
  }
}
