package io.beep.acceptance.shared;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One connection, with every byte as the test wants it: it neither tries again nor mends anything,
 * as clients out of a box do.
 */
public final class RawConnection implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int LONGEST_LINE = 64 * 1024;

  private final Socket socket;
  private final InputStream in;
  private final String host;

  private RawConnection(Socket socket, String host) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.host = host;
  }

  /**
   * @param patience with which an answer is waited for
   */
  public static RawConnection open(Beep beep, Duration patience) throws IOException {
    URI url = beep.at("/");
    if (!"http".equals(url.getScheme())) {
      throw new IOException("speaks plain HTTP only, not " + url);
    }
    int port = url.getPort() < 0 ? 80 : url.getPort();
    Socket socket = new Socket();
    socket.connect(new InetSocketAddress(url.getHost(), port), (int) patience.toMillis());
    socket.setSoTimeout((int) patience.toMillis());
    socket.setTcpNoDelay(true);
    return new RawConnection(socket, url.getAuthority());
  }

  /** The answer to one request on a connection of its own, which sends a head and no body. */
  public static Answer once(Beep beep, String methodAndPath, String... headers) {
    try (RawConnection connection = open(beep, PATIENCE)) {
      connection.send(methodAndPath, headers);
      return connection.read(methodAndPath);
    } catch (IOException e) {
      throw new AssertionError(methodAndPath + " got no answer", e);
    }
  }

  /** A request on this connection; the answer is read to its end, so that it can be used again. */
  public Answer exchange(String methodAndPath, String... headers) throws IOException {
    send(methodAndPath, headers);
    return read(methodAndPath);
  }

  private void send(String methodAndPath, String... headers) throws IOException {
    StringBuilder head = new StringBuilder(methodAndPath).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(host).append("\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    head.append("\r\n");
    try {
      socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    } catch (IOException refusedMeanwhile) {
      // Whoever refuses a head need not read it to its end; the answer says why.
      if (in.available() == 0) {
        throw refusedMeanwhile;
      }
    }
  }

  private Answer read(String methodAndPath) throws IOException {
    String[] asked = methodAndPath.split(" ", 2);
    String statusLine = line();
    if (!statusLine.startsWith("HTTP/1.1 ")) {
      throw new IOException("this is no answer: " + statusLine);
    }
    int status = Integer.parseInt(statusLine.substring(9, 12));
    Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      fields
          .computeIfAbsent(line.substring(0, colon).strip(), _ -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    HttpHeaders headers = HttpHeaders.of(fields, (_, _) -> true);
    byte[] body =
        asked[0].equals("HEAD") || status == 204 || status == 304 ? new byte[0] : body(headers);
    return new Answer(asked[0], asked[1].split("\\?", 2)[0], status, headers, body);
  }

  private byte[] body(HttpHeaders headers) throws IOException {
    if (headers
        .firstValue("Transfer-Encoding")
        .orElse("")
        .toLowerCase(Locale.ROOT)
        .equals("chunked")) {
      return chunks();
    }
    if (headers.firstValue("Content-Length").isPresent()) {
      return exactly(Integer.parseInt(headers.firstValue("Content-Length").orElseThrow()));
    }
    return in.readAllBytes();
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = size(); size > 0; size = size()) {
      body.writeBytes(exactly(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int size() throws IOException {
    return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the answer broke off after %d of %d".formatted(bytes.length, length));
    }
    return bytes;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.size() > LONGEST_LINE) {
        throw new EOFException("no end of the line: " + line.toString(StandardCharsets.UTF_8));
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
