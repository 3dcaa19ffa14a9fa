package org.shareexplorer.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shareexplorer.faults.RawServer.Request;
import org.shareexplorer.recorded.RecordedServer;

/** A sharing server, a storage and a token endpoint in one, good but for one fault at one place. */
final class Stage implements AutoCloseable {

  private static final Path FILES = Path.of("src/test/resources/recorded/files");
  private static final String STORAGE = "http://127.0.0.1:9878";
  private static final String TABLE =
      RecordedServer.body("official/retail.demo.customers/query-none");
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");
  private static final String LINK = "/delta_sharing/retrieve_config.html?";

  private final Cell cell;
  private final RawServer server = new RawServer(this::answer);
  private final Socket unheard = unheard();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger tokens = new AtomicInteger();

  Stage(Cell cell) {
    this.cell = cell;
  }

  /** Held, but not listened to: nobody else can come to listen there meanwhile. */
  private static Socket unheard() {
    try {
      Socket socket = new Socket();
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String origin(Place place) {
    return place == cell.place() && cell.fault().equals(Fault.REFUSED)
        ? "http://127.0.0.1:" + unheard.getLocalPort()
        : server.origin();
  }

  /** {@return a credential file for it} */
  String profile() {
    // All calls of the protocol go where the one goes that is at fault.
    String api = cell.place().compareTo(Place.TOKEN) < 0 ? origin(cell.place()) : server.origin();
    return cell.place() == Place.TOKEN
        ? """
        {"shareCredentialsVersion":2,"type":"oauth_client_credentials","endpoint":"%s/ds",
         "tokenEndpoint":"%s/token","clientId":"me","clientSecret":"%s"}
        """
            .formatted(api, origin(Place.TOKEN), Cell.CANARY)
        : "{\"shareCredentialsVersion\":1,\"endpoint\":\"%s/ds\",\"bearerToken\":\"%s\"%s}"
            .formatted(
                api,
                Cell.CANARY,
                cell.fault().equals(Fault.ENDED)
                    ? ",\"expirationTime\":\"2024-02-29T00:00:00Z\""
                    : "");
  }

  /** {@return an activation link for it} */
  String link() {
    return origin(Place.ACTIVATION) + LINK + Cell.CANARY + "0123456789";
  }

  /** {@return how many connections nobody has ended} */
  int connections() {
    for (int i = 0; i < 200 && server.connections() > 0; i++) {
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return server.connections();
  }

  /** {@return bytes of a line without end that were taken} */
  long endless() {
    return server.endless.get();
  }

  private void answer(Request request, Socket socket) throws Exception {
    Place place = Place.of(request);
    if (place == cell.place()) {
      int now = asked.incrementAndGet();
      int from = cell.fault().equals(Fault.ENDED) ? 2 : 1;
      if (cell.once() ? now == from : now >= from) {
        cell.fault().play().to(request, socket, server);
        return;
      }
    }
    good(place, request, socket);
  }

  private void good(Place place, Request request, Socket socket) throws IOException {
    switch (place) {
      case SHARES -> {
        // A server that wants a new token has the token endpoint asked a second time.
        if (cell.place() == Place.TOKEN
            && cell.fault().equals(Fault.ENDED)
            && request.header("authorization").orElse("").endsWith("-1")) {
          send(socket, 401, "");
        } else {
          send(socket, 200, "{\"items\":[{\"name\":\"s\"}]}");
        }
      }
      case SCHEMAS -> send(socket, 200, "{\"items\":[{\"name\":\"c\"}]}");
      case TABLES, ALL_TABLES ->
          send(socket, 200, "{\"items\":[{\"name\":\"t\",\"schema\":\"c\"}]}");
      case VERSION -> send(socket, 200, "");
      case METADATA -> send(socket, 200, head());
      case QUERY ->
          send(
              socket,
              200,
              TABLE
                  .replace(STORAGE, origin(Place.FILE))
                  .replace("X-Amz-Signature=", "X-Amz-Signature=" + Cell.CANARY));
      case CHANGES ->
          send(
              socket,
              200,
              head()
                  + "{\"add\":{\"url\":\"http://h/f?sig="
                  + Cell.CANARY
                  + "\",\"id\":\"1\",\"partitionValues\":{},\"size\":7,\"version\":1,\"timestamp\":1}}\n");
      case TOKEN ->
          send(
              socket,
              200,
              "{\"access_token\":\"%s-%d\",\"expires_in\":3600}"
                  .formatted(Cell.CANARY, tokens.incrementAndGet()));
      case ACTIVATION ->
          send(
              socket,
              200,
              "{\"shareCredentialsVersion\":1,\"endpoint\":\"https://h/ds\",\"bearerToken\":\"x\"}");
      case FILE -> file(request, socket);
    }
  }

  private static String head() {
    return String.join("\n", TABLE.lines().limit(2).toList()) + "\n";
  }

  private static void send(Socket socket, int status, String body) throws IOException {
    RawServer.send(
        socket,
        status,
        "Delta-Table-Version: 7\r\nContent-Type: application/json\r\n",
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bytes(Request request) throws IOException {
    return Files.readAllBytes(
        FILES.resolve(request.target().replaceFirst("\\?.*", "").substring(1)));
  }

  /** The headers of a good answer to a request for a part of a file. */
  static String rangeHeaders(Request request) throws IOException {
    Range range = Range.of(request, bytes(request).length);
    return "Content-Range: bytes %d-%d/%d\r\nContent-Length: %d\r\n"
        .formatted(range.first, range.last, range.size, range.last - range.first + 1);
  }

  private record Range(int first, int last, int size) {
    static Range of(Request request, int size) {
      Matcher range = RANGE.matcher(request.header("range").orElse(""));
      return range.matches()
          ? new Range(
              Integer.parseInt(range.group(1)),
              Math.min(Integer.parseInt(range.group(2)), size - 1),
              size)
          : new Range(0, size - 1, size);
    }
  }

  private static void file(Request request, Socket socket) throws IOException {
    byte[] bytes = bytes(request);
    Range range = Range.of(request, bytes.length);
    OutputStream out = socket.getOutputStream();
    out.write(RawServer.head(206, rangeHeaders(request)));
    out.write(bytes, range.first, range.last - range.first + 1);
    out.flush();
    socket.shutdownOutput();
  }

  @Override
  public void close() throws IOException {
    server.close();
    unheard.close();
  }
}
