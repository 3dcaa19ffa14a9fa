package org.shareexplorer.net;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A real proxy for tests. Whichever host it is asked for, it connects to a port of this computer:
 * so tests reach hosts of the internet by name.
 */
abstract class SmallProxy implements AutoCloseable {

  private final ServerSocket listening;
  private final int target;
  private final Queue<Closeable> open = new ConcurrentLinkedQueue<>();

  /** What was asked for, in order. */
  final Queue<String> asked = new ConcurrentLinkedQueue<>();

  /**
   * Starts a proxy.
   *
   * @param target the port that everything is passed on to
   */
  SmallProxy(int target) throws IOException {
    this.target = target;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        open.add(client);
        Thread.ofVirtual().start(() -> served(client));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void served(Socket client) {
    try (client) {
      serve(client, client.getInputStream(), client.getOutputStream());
    } catch (IOException e) {
      // The other side went away.
    }
  }

  /** Speaks with one client until it is done. */
  abstract void serve(Socket client, InputStream in, OutputStream out) throws IOException;

  /** Passes bytes on in both directions until one side ends. */
  final void pass(InputStream in, OutputStream out, byte... first) throws IOException {
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      open.add(server);
      server.getOutputStream().write(first);
      Thread.ofVirtual()
          .start(() -> {
            try (server) {
              in.transferTo(server.getOutputStream());
            } catch (IOException e) {
              // Ended.
            }
          });
      InputStream answer = server.getInputStream();
      byte[] part = new byte[8192];
      for (int n = answer.read(part); n >= 0; n = answer.read(part)) {
        out.write(part, 0, n);
        out.flush();
      }
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Closeable each : open) {
      each.close();
    }
  }

  /** A proxy of HTTP. */
  static final class OfHttp extends SmallProxy {

    /** The header that lets a client through; empty for all. */
    volatile String login = "";

    /** The schemes named to those without. */
    volatile List<String> schemes = List.of("Basic realm=\"office\"");

    /** What to answer instead of passing on; empty to pass on. */
    volatile String refusal = "";

    /** The header fields of the last request. */
    volatile List<String> fields = List.of();

    OfHttp(int target) throws IOException {
      super(target);
    }

    @Override
    void serve(Socket client, InputStream in, OutputStream out) throws IOException {
      while (true) {
        List<String> head = head(in);
        if (head.isEmpty()) {
          return;
        }
        asked.add(head.getFirst());
        fields = List.copyOf(head.subList(1, head.size()));
        boolean knows =
            login.isEmpty()
                || head.stream()
                    .anyMatch(line -> line.equalsIgnoreCase("Proxy-Authorization: " + login));
        if (!knows) {
          StringBuilder answer = new StringBuilder("HTTP/1.1 407 Who are you\r\n");
          schemes.forEach(
              each -> answer.append("Proxy-Authenticate: ").append(each).append("\r\n"));
          out.write(bytes(answer + "Content-Length: 0\r\n\r\n"));
        } else if (!refusal.isEmpty()) {
          out.write(bytes("HTTP/1.1 " + refusal + "\r\nContent-Length: 0\r\n\r\n"));
        } else if (head.getFirst().startsWith("CONNECT ")) {
          out.write(bytes("HTTP/1.1 200 Connection established\r\n\r\n"));
          pass(in, out);
          return;
        } else {
          pass(in, out, bytes(passedOn(head)));
          return;
        }
      }
    }

    /** The path of an absolute address, as servers want it. */
    private static String passedOn(List<String> head) {
      String first = head.getFirst().replaceFirst(" http://[^/]+", " ");
      return first + "\r\n" + String.join("\r\n", head.subList(1, head.size())) + "\r\n\r\n";
    }

    private static List<String> head(InputStream in) throws IOException {
      List<String> lines = new ArrayList<>();
      StringBuilder line = new StringBuilder();
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b == '\n') {
          if (line.isEmpty()) {
            return lines;
          }
          lines.add(line.toString());
          line.setLength(0);
        } else if (b != '\r') {
          line.append((char) b);
        }
      }
      return List.of();
    }
  }

  /** A proxy of SOCKS 5 (RFC 1928), with login (RFC 1929) if wanted. */
  static final class OfSocks extends SmallProxy {

    /** Name and password with a colon between; empty for everybody. */
    volatile String login = "";

    /** The reply to requests: 0 passes on, 2 is "not allowed", 4 "host unreachable". */
    volatile int reply;

    OfSocks(int target) throws IOException {
      super(target);
    }

    @Override
    void serve(Socket client, InputStream in, OutputStream out) throws IOException {
      in.read();
      in.readNBytes(in.read());
      out.write(new byte[] {5, (byte) (login.isEmpty() ? 0 : 2)});
      if (!login.isEmpty()) {
        in.read();
        String name = text(in);
        String given = name + ":" + text(in);
        boolean right = given.equals(login);
        if (!right) {
          // Noted first: who reads the answer may look at once.
          asked.add("refused " + name);
        }
        out.write(new byte[] {1, (byte) (right ? 0 : 1)});
        if (!right) {
          return;
        }
      }
      byte[] request = in.readNBytes(4);
      String host =
          request[3] == 3 ? text(in) : InetAddress.getByAddress(in.readNBytes(4)).getHostAddress();
      int port = in.read() << 8 | in.read();
      asked.add(host + ":" + port);
      out.write(new byte[] {5, (byte) reply, 0, 1, 127, 0, 0, 1, 0, 0});
      if (reply == 0) {
        pass(in, out);
      }
    }

    private static String text(InputStream in) throws IOException {
      return new String(in.readNBytes(in.read()), StandardCharsets.UTF_8);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
