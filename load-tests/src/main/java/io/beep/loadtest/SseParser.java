package io.beep.loadtest;

import io.netty.buffer.ByteBuf;
import io.netty.util.ByteProcessor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code text/event-stream} as the HTML standard tells, from chunks that are cut anywhere.
 * Serves one stream; not safe for threads.
 *
 * <p>A frame without data is dropped, as the standard has it, a comment is passed over, and what a
 * stream leaves unfinished at its end never was.
 */
final class SseParser {

  /** A line longer than this is no frame of Beep: give up instead of filling the memory. */
  private static final int LONGEST = 1 << 20;

  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final SseListener listener;
  private byte[] line = new byte[512];
  private int lineLength;
  private byte[] data = new byte[512];
  private int dataLength;
  private boolean hasData;
  private @Nullable String id;
  private String event = "";
  private boolean afterCr;
  private boolean first = true;

  SseParser(SseListener listener) {
    this.listener = listener;
  }

  /** Takes the next chunk, whole. */
  void read(ByteBuf chunk) {
    while (chunk.isReadable()) {
      if (afterCr) {
        afterCr = false;
        if (chunk.getByte(chunk.readerIndex()) == '\n') {
          chunk.skipBytes(1);
          continue;
        }
      }
      int end = chunk.forEachByte(ByteProcessor.FIND_CRLF);
      int length = (end < 0 ? chunk.writerIndex() : end) - chunk.readerIndex();
      line = roomFor(line, lineLength, length);
      chunk.readBytes(line, lineLength, length);
      lineLength += length;
      if (end >= 0) {
        afterCr = chunk.readByte() == '\r';
        onLine();
        lineLength = 0;
      }
    }
  }

  private void onLine() {
    if (first) {
      first = false;
      if (startsWith(BOM)) {
        lineLength -= BOM.length;
        System.arraycopy(line, BOM.length, line, 0, lineLength);
      }
    }
    if (lineLength == 0) {
      dispatch();
      return;
    }
    int colon = indexOfColon();
    if (colon == 0) {
      return;
    }
    int nameEnd = colon < 0 ? lineLength : colon;
    int valueAt = colon < 0 ? lineLength : colon + 1;
    if (valueAt < lineLength && line[valueAt] == ' ') {
      valueAt++;
    }
    field(nameEnd, valueAt);
  }

  private void field(int nameEnd, int valueAt) {
    if (isField("data", nameEnd)) {
      int length = lineLength - valueAt;
      data = roomFor(data, dataLength, length + 1);
      if (hasData) {
        data[dataLength++] = '\n';
      }
      System.arraycopy(line, valueAt, data, dataLength, length);
      dataLength += length;
      hasData = true;
    } else if (isField("event", nameEnd)) {
      event = text(valueAt);
    } else if (isField("id", nameEnd)) {
      String value = text(valueAt);
      if (value.indexOf('\0') < 0) {
        id = value;
      }
    }
  }

  private void dispatch() {
    if (hasData) {
      listener.onFrame(id, event.isEmpty() ? "message" : event, data, dataLength);
    }
    id = null;
    event = "";
    dataLength = 0;
    hasData = false;
  }

  private boolean isField(String name, int nameEnd) {
    if (nameEnd != name.length()) {
      return false;
    }
    for (int at = 0; at < nameEnd; at++) {
      if (line[at] != name.charAt(at)) {
        return false;
      }
    }
    return true;
  }

  private boolean startsWith(byte[] prefix) {
    return lineLength >= prefix.length
        && Arrays.equals(line, 0, prefix.length, prefix, 0, prefix.length);
  }

  private int indexOfColon() {
    for (int at = 0; at < lineLength; at++) {
      if (line[at] == ':') {
        return at;
      }
    }
    return -1;
  }

  private String text(int from) {
    return new String(line, from, lineLength - from, StandardCharsets.UTF_8);
  }

  private static byte[] roomFor(byte[] bytes, int used, int more) {
    int needed = used + more;
    if (needed <= bytes.length) {
      return bytes;
    }
    if (needed > LONGEST) {
      throw new IllegalStateException("a frame of more than " + LONGEST + " bytes");
    }
    return Arrays.copyOf(bytes, Math.max(needed, Math.min(LONGEST, 2 * bytes.length)));
  }
}
