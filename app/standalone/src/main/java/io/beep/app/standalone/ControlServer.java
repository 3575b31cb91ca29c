package io.beep.app.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.beep.app.operations.control.ControlCommand;
import io.beep.app.operations.control.UsageException;
import io.beep.coreapi.shared.DomainException;
import io.beep.identity.api.OperatorTokens;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the operator's commands from this machine. It listens on loopback only, and the secret that
 * it asks for stands in a file of the data directory that nobody but its owner reads: who may read
 * that file could read all data anyway.
 */
final class ControlServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);

  private static final int SECRET_BYTES = 32;
  private static final int NAME_MOST = 64;
  private static final int ARGUMENTS_MOST = 16 * 1024;
  private static final int END_SECONDS = 20;

  private final HttpServer server;
  private final ExecutorService threads;
  private final String secret;
  private final Path file;

  private ControlServer(HttpServer server, ExecutorService threads, String secret, Path file) {
    this.server = server;
    this.threads = threads;
    this.secret = secret;
    this.file = file;
  }

  /**
   * @param commands by their names
   * @param downloads by theirs
   */
  static ControlServer start(
      Path dataDir,
      OperatorTokens tokens,
      Map<String, ControlCommand> commands,
      Map<String, ControlDownload> downloads)
      throws IOException {
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    String secret = HexFormat.of().formatHex(random);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("control-", 0).factory());
    server.setExecutor(threads);
    Path file = dataDir.resolve(ControlFile.NAME);
    ControlServer control = new ControlServer(server, threads, secret, file);
    server.createContext("/token", exchange -> control.token(exchange, tokens));
    commands.forEach(
        (name, command) ->
            server.createContext("/" + name, exchange -> control.run(exchange, name, command)));
    downloads.forEach(
        (name, download) ->
            server.createContext("/" + name, exchange -> control.give(exchange, download)));
    server.start();
    new ControlFile(server.getAddress().getPort(), secret).writeTo(dataDir);
    return control;
  }

  private void token(HttpExchange exchange, OperatorTokens tokens) throws IOException {
    if (!isOperator(exchange)) {
      return;
    }
    byte[] name = exchange.getRequestBody().readNBytes(NAME_MOST);
    try {
      answer(exchange, 200, tokens.issue(new String(name, StandardCharsets.UTF_8)));
    } catch (DomainException e) {
      answer(exchange, 404, "There is no user of that name.");
    }
  }

  private void run(HttpExchange exchange, String name, ControlCommand command) throws IOException {
    if (!isOperator(exchange)) {
      return;
    }
    String arguments =
        new String(exchange.getRequestBody().readNBytes(ARGUMENTS_MOST), StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      run(name, command, arguments.lines().toList(), new StreamedAnswer(out));
    }
  }

  private void give(HttpExchange exchange, ControlDownload download) throws IOException {
    if (!isOperator(exchange)) {
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      download.writeTo(out);
    }
  }

  private void run(
      String name, ControlCommand command, List<String> arguments, StreamedAnswer answer)
      throws IOException {
    try {
      LOG.info("the operator asks for {} {}", name, arguments);
      command.run(arguments, answer);
    } catch (UsageException e) {
      answer.failure(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.failure("Beep ends.");
    } catch (RuntimeException e) {
      if (threads.isShutdown()) {
        // An interrupt closes the connection on which a thread like this one waits.
        LOG.info("{} was interrupted: {}", name, e.getMessage());
        answer.failure("Beep ends.");
        return;
      }
      LOG.error("{} failed", name, e);
      answer.failure("It failed: " + e.getMessage() + ". The log tells more.");
    }
  }

  /** Answers everyone else. */
  private boolean isOperator(HttpExchange exchange) throws IOException {
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    if (given != null && same(given, "Bearer " + secret)) {
      return true;
    }
    answer(exchange, 401, "This is for the operator of this machine.");
    return false;
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

  /** Interrupts the commands that run, and waits for their end. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("a command of the operator did not end in {} s", END_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.stop(0);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A stale file only tells the next command that nothing answers there.
      LOG.debug("the file of the control server stays", e);
    }
  }

  /** How a command of this machine finds the running Beep. */
  record ControlFile(int port, String secret) {

    private static final String NAME = "control";
    private static final int CONNECT_MILLIS = 5_000;

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
        ControlFile file = new ControlFile(Integer.parseInt(parts[0]), parts[1]);
        // One that was killed leaves its file.
        try (Socket socket = new Socket()) {
          socket.connect(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), file.port()), CONNECT_MILLIS);
        }
        return file;
      } catch (IOException | RuntimeException e) {
        throw new UsageException(
            "No Beep runs on " + dataDir + ". Start it with ./beep run, or name its --data DIR.");
      }
    }
  }
}
