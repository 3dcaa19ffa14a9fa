package org.shareexplorer.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.shareexplorer.faults.RawServer.Request;

/**
 * A way of not answering.
 *
 * @param name what it is called in the table
 * @param passing whether it is one that may well have passed when asked again
 * @param play plays it to a client
 */
record Fault(String name, boolean passing, Play play) {

  /** Nobody listens there. */
  static final Fault REFUSED = new Fault("connection refused", false, (_, _, _) -> {});

  /** A credential or a signature ends between two requests. */
  static final Fault ENDED =
      new Fault("expired in between", false, (_, socket, _) -> status(socket, 401, ""));

  private static final String JSON = "Content-Type: application/json\r\n";

  private static final List<Fault> ALL = made();

  /** Plays a fault to a client. */
  @FunctionalInterface
  interface Play {
    void to(Request request, Socket socket, RawServer server) throws Exception;
  }

  /** {@return all faults, always the same ones} */
  static List<Fault> all() {
    return ALL;
  }

  private static List<Fault> made() {
    return Stream.concat(
            Stream.of(
                REFUSED,
                new Fault(
                    "connection reset",
                    true,
                    (_, socket, _) -> {
                      socket.setSoLinger(true, 0);
                      socket.close();
                    }),
                new Fault("no answer at all", true, (_, socket, _) -> quiet(socket)),
                new Fault(
                    "stalls half-way",
                    true,
                    (request, socket, _) -> {
                      begin(request, socket, 1000, "{\"items\":[");
                      quiet(socket);
                    }),
                new Fault("a byte now and then", true, Fault::drip),
                new Fault(
                    "cut off",
                    true,
                    (request, socket, _) -> {
                      begin(request, socket, 1000, "{\"items\":[");
                      socket.shutdownOutput();
                    }),
                new Fault(
                    "no HTTP",
                    true,
                    (_, socket, _) -> {
                      socket
                          .getOutputStream()
                          .write("SSH-2.0-OpenSSH_9.6\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                      socket.shutdownOutput();
                    }),
                new Fault(
                    "bytes at random",
                    false,
                    (_, socket, _) -> {
                      byte[] bytes = new byte[3000];
                      new Random(4).nextBytes(bytes);
                      RawServer.send(socket, 200, JSON, bytes);
                    }),
                new Fault(
                    "a web page",
                    false,
                    (_, socket, _) ->
                        RawServer.send(
                            socket,
                            200,
                            "Content-Type: text/html\r\n",
                            "<!DOCTYPE html><p>Please sign in"
                                .getBytes(StandardCharsets.US_ASCII))),
                new Fault("nothing in it", false, (_, socket, _) -> status(socket, 200, "")),
                new Fault("a line of 1 GB", false, Fault::endless),
                new Fault(
                    "redirects in a circle",
                    false,
                    (request, socket, _) ->
                        status(socket, 307, "Location: " + request.target() + "\r\n")),
                ENDED),
            Stream.concat(
                Stream.of(400, 401, 403, 404, 405, 409, 410, 422, 501)
                    .map(code ->
                        new Fault("" + code, false, (_, socket, _) -> status(socket, code, ""))),
                Stream.of(429, 500, 502, 503, 504)
                    .map(code ->
                        new Fault("" + code, true, (_, socket, _) -> status(socket, code, "")))))
        .toList();
  }

  private static void status(Socket socket, int code, String headers) throws IOException {
    RawServer.send(socket, code, headers, new byte[0]);
  }

  /** An answer that is right as far as it goes. */
  private static void begin(Request request, Socket socket, int length, String body)
      throws IOException {
    OutputStream out = socket.getOutputStream();
    Optional<String> range = request.header("range");
    out.write(
        range.isPresent()
            ? RawServer.head(206, Stage.rangeHeaders(request))
            : RawServer.head(
                200, JSON + "Delta-Table-Version: 7\r\nContent-Length: " + length + "\r\n"));
    out.write(body.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** Until the client gives up. */
  private static void quiet(Socket socket) throws IOException {
    while (socket.getInputStream().read() >= 0) {}
  }

  private static void drip(Request request, Socket socket, RawServer server) throws Exception {
    begin(request, socket, 1 << 30, "");
    while (true) {
      socket.getOutputStream().write(' ');
      Thread.sleep(Duration.ofMillis(40));
    }
  }

  private static void endless(Request request, Socket socket, RawServer server) throws IOException {
    begin(request, socket, 1 << 30, "{\"items\":[\"");
    byte[] part = new byte[64 << 10];
    Arrays.fill(part, (byte) 'x');
    for (long sent = 0; sent < 1 << 30; sent += part.length) {
      socket.getOutputStream().write(part);
      server.endless.addAndGet(part.length);
    }
  }

  /** {@return whether a time-out alone ends it} */
  boolean silent() {
    return List.of("no answer at all", "stalls half-way", "a byte now and then").contains(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
