package io.beep.app.nodes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One address for several gateways, as a proxy in front of them gives: those that answer, in turn.
 */
final class Switchboard implements AutoCloseable {

  private static final int CONNECT_MILLIS = 1_000;
  private static final int BUFFER = 16 * 1024;

  private final ServerSocket server;
  private final List<Integer> ports;
  private final AtomicInteger turn = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Switchboard(ServerSocket server, List<Integer> ports) {
    this.server = server;
    this.ports = List.copyOf(ports);
  }

  /**
   * @param port where it listens
   * @param ports of the gateways on this machine
   */
  static Switchboard before(int port, List<Integer> ports) throws IOException {
    Switchboard switchboard =
        new Switchboard(new ServerSocket(port, 512, InetAddress.getLoopbackAddress()), ports);
    switchboard.threads.execute(switchboard::accept);
    return switchboard;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        threads.execute(() -> connect(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket client) {
    for (int tries = 0; tries < ports.size(); tries++) {
      int port = ports.get(Math.floorMod(turn.getAndIncrement(), ports.size()));
      Socket gateway = new Socket();
      try {
        gateway.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      } catch (IOException refused) {
        continue;
      }
      threads.execute(() -> pump(client, gateway));
      pump(gateway, client);
      return;
    }
    hangUp(client);
  }

  /** Until one of the two hangs up; then both do. */
  private static void pump(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
    } catch (IOException over) {
      // As a client sees a gateway that dies.
    } finally {
      hangUp(from);
      hangUp(to);
    }
  }

  private static void hangUp(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new AssertionError("a socket cannot be closed", e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
