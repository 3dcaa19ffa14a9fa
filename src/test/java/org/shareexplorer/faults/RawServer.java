package org.shareexplorer.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A server on bare sockets, which can answer in ways that no HTTP library would. */
final class RawServer implements AutoCloseable {

  /** Answers a request; the connection ends with it. */
  @FunctionalInterface
  interface Answering {
    void answer(Request request, Socket socket) throws Exception;
  }

  /** A request; its body was read and is of no interest. */
  record Request(String method, String target, List<String> headers) {

    Optional<String> header(String name) {
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst();
    }
  }

  private final ServerSocket listening;
  private final Answering answering;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /** Bytes of bodies without end that were taken. */
  final AtomicLong endless = new AtomicLong();

  RawServer(Answering answering) {
    this.answering = answering;
    try {
      listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  String origin() {
    return "http://127.0.0.1:" + listening.getLocalPort();
  }

  /** {@return how many connections nobody has ended yet} */
  int connections() {
    return open.size();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      answering.answer(request(new BufferedInputStream(socket.getInputStream())), socket);
    } catch (Exception e) {
      // Whoever asked has gone, as it should where it was led a dance.
    } finally {
      open.remove(socket);
    }
  }

  private static Request request(InputStream in) throws IOException {
    String[] first = line(in).split(" ", -1);
    List<String> headers = new ArrayList<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      headers.add(line);
    }
    Request request = new Request(first[0], first[1], headers);
    in.skipNBytes(request.header("content-length").map(Long::parseLong).orElse(0L));
    return request;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("no request");
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }

  /** Sends a whole answer. */
  static void send(Socket socket, int status, String headers, byte[] body) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(head(status, headers + "Content-Length: " + body.length + "\r\n"));
    out.write(body);
    out.flush();
    socket.shutdownOutput();
  }

  /** The beginning of an answer whose connection ends with it. */
  static byte[] head(int status, String headers) {
    return ("HTTP/1.1 " + status + " So\r\nConnection: close\r\n" + headers + "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    try {
      listening.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
