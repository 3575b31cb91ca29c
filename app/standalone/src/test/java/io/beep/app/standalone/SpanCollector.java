package io.beep.app.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Takes traces as a collector of OpenTelemetry does, by OTLP over HTTP, and reads of them what
 * tests ask for: {@code resource_spans(1)/scope_spans(2)/spans(2)} of the request, in each {@code
 * trace_id(1)}, {@code span_id(2)}, {@code parent_span_id(4)} and {@code name(5)}.
 */
final class SpanCollector implements AutoCloseable {

  private static final HexFormat HEX = HexFormat.of();

  /** Each id in hexadecimal digits; that of the parent is empty where there is none. */
  record CollectedSpan(String trace, String id, String parent, String name) {}

  private final HttpServer server;
  private final List<CollectedSpan> spans = new CopyOnWriteArrayList<>();

  private SpanCollector(HttpServer server) {
    this.server = server;
  }

  static SpanCollector start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SpanCollector collector = new SpanCollector(server);
    server.createContext("/v1/traces", collector::take);
    server.start();
    return collector;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<CollectedSpan> of(String trace) {
    return spans.stream().filter(span -> span.trace().equals(trace)).toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      for (byte[] resource : fields(exchange.getRequestBody().readAllBytes(), 1)) {
        for (byte[] scope : fields(resource, 2)) {
          for (byte[] span : fields(scope, 2)) {
            spans.add(
                new CollectedSpan(
                    HEX.formatHex(first(span, 1)),
                    HEX.formatHex(first(span, 2)),
                    HEX.formatHex(first(span, 4)),
                    new String(first(span, 5), StandardCharsets.UTF_8)));
          }
        }
      }
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private static byte[] first(byte[] message, int field) {
    List<byte[]> found = fields(message, field);
    return found.isEmpty() ? new byte[0] : found.getFirst();
  }

  /** The fields of this number that have a length, of a message of Protocol Buffers. */
  private static List<byte[]> fields(byte[] message, int number) {
    List<byte[]> found = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(message);
    while (in.hasRemaining()) {
      int tag = (int) varint(in);
      switch (tag & 7) {
        case 0 -> varint(in);
        case 1 -> in.position(in.position() + 8);
        case 5 -> in.position(in.position() + 4);
        case 2 -> {
          byte[] value = new byte[(int) varint(in)];
          in.get(value);
          if (tag >>> 3 == number) {
            found.add(value);
          }
        }
        default -> throw new IllegalStateException("no field of this kind: " + tag);
      }
    }
    return found;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
