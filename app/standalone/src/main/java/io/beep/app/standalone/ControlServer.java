package io.beep.app.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.beep.coreapi.shared.DomainException;
import io.beep.identity.api.OperatorTokens;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.Executors;

/**
 * Takes the operator's commands from this machine. It listens on loopback only, and the secret that
 * it asks for stands in a file of the data directory that nobody but its owner reads: who may read
 * that file could read all data anyway.
 */
final class ControlServer implements AutoCloseable {

  private static final int SECRET_BYTES = 32;
  private static final int NAME_MOST = 64;

  private final HttpServer server;
  private final Path file;

  private ControlServer(HttpServer server, Path file) {
    this.server = server;
    this.file = file;
  }

  static ControlServer start(Path dataDir, OperatorTokens tokens) throws IOException {
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    String secret = HexFormat.of().formatHex(random);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/token", exchange -> token(exchange, secret, tokens));
    server.start();
    Path file = new ControlFile(server.getAddress().getPort(), secret).writeTo(dataDir);
    return new ControlServer(server, file);
  }

  private static void token(HttpExchange exchange, String secret, OperatorTokens tokens)
      throws IOException {
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    if (given == null || !same(given, "Bearer " + secret)) {
      answer(exchange, 401, "This is for the operator of this machine.");
      return;
    }
    byte[] name = exchange.getRequestBody().readNBytes(NAME_MOST);
    try {
      answer(exchange, 200, tokens.issue(new String(name, StandardCharsets.UTF_8)));
    } catch (DomainException e) {
      answer(exchange, 404, "There is no user of that name.");
    }
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A stale file only tells the next command that nothing answers there.
    }
  }

  /** How a command of this machine finds the running Beep. */
  record ControlFile(int port, String secret) {

    private static final String NAME = "control";

    Path writeTo(Path dataDir) throws IOException {
      Path file = dataDir.resolve(NAME);
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, port + " " + secret, StandardOpenOption.WRITE);
      return file;
    }

    /**
     * @throws UsageException when no Beep runs on this directory
     */
    static ControlFile readFrom(Path dataDir) {
      try {
        String[] parts = Files.readString(dataDir.resolve(NAME)).strip().split(" ", 2);
        return new ControlFile(Integer.parseInt(parts[0]), parts[1]);
      } catch (IOException | RuntimeException e) {
        throw new UsageException(
            "No Beep runs on " + dataDir + ". Start it with ./beep run, or name its --data DIR.");
      }
    }
  }
}
