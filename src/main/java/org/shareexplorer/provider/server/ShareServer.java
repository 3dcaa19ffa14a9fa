package org.shareexplorer.provider.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.provider.delta.Json;

/**
 * A Delta Sharing server on the loopback interface. Errors are JSON with {@code errorCode} and
 * {@code message}; those of file addresses are XML, as a store's are. Thread-safe; requests run on
 * the threads of {@link Jobs}.
 */
public final class ShareServer implements AutoCloseable {

  private static final String PREFIX = "/delta-sharing";

  static {
    // Else a small answer waits 40 ms for the acknowledgement of its own headers.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer http;
  private final byte[] bearer;
  private final Catalog catalog;
  private final Listings listings;
  private final TableEndpoints tables;
  private final ChangesEndpoint changes;
  private final FileEndpoint files;

  private ShareServer(Catalog catalog, String token, Duration lifetime, Clock clock)
      throws IOException {
    this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    this.bearer = ("Bearer " + token).getBytes(UTF_8);
    this.catalog = catalog;
    Seal seal = new Seal();
    FileAddresses addresses = new FileAddresses(seal, clock, lifetime, origin());
    this.listings = new Listings(catalog, seal);
    this.tables = new TableEndpoints(seal, addresses);
    this.changes = new ChangesEndpoint(seal, addresses);
    this.files = new FileEndpoint(catalog.root(), addresses);
  }

  /**
   * Starts a server on a free port.
   *
   * @param token who sends it may read everything
   * @param lifetime how long a file's address is good
   * @param clock by which addresses end
   */
  public static ShareServer start(
      Catalog catalog, String token, Duration lifetime, Clock clock, Jobs jobs) throws IOException {
    ShareServer server = new ShareServer(catalog, token, lifetime, clock);
    server.http.createContext(PREFIX, exchange -> server.handle(exchange, server::share));
    server.http.createContext(
        FileAddresses.PREFIX, exchange -> server.handle(exchange, server.files::serve));
    server.http.createContext(
        "/",
        exchange ->
            server.handle(
                exchange,
                _ -> {
                  throw Refusal.notFound("There is nothing at this address.");
                }));
    server.http.setExecutor(jobs.waiting());
    // The server's own thread is a daemon only if the thread that starts it is one.
    jobs.start(
            _ -> {
              server.http.start();
              return server;
            })
        .join();
    return server;
  }

  /** {@return the address for a profile} */
  public String endpoint() {
    return origin() + PREFIX;
  }

  private String origin() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /** Ends at once; answers that are on their way are cut off. */
  @Override
  public void close() {
    http.stop(0);
  }

  /** Answers a request. */
  private interface Endpoint {
    void serve(Request request) throws IOException;
  }

  private void handle(HttpExchange exchange, Endpoint endpoint) {
    Request request = new Request(exchange);
    try {
      endpoint.serve(request);
    } catch (Refusal refusal) {
      refuse(request, refusal.status(), refusal.code(), refusal.words());
    } catch (IOException | RuntimeException e) {
      // Nobody to tell but the client, and to the client no words that may hold paths.
      refuse(request, 500, "INTERNAL_ERROR", "");
    } finally {
      request.close();
    }
  }

  private static void refuse(Request request, int status, String code, String message) {
    if (request.answered()) {
      return;
    }
    try {
      request.answerJson(status, Json.object().put("errorCode", code).put("message", message));
    } catch (IOException e) {
      // The client has gone.
    }
  }

  private void share(Request request) throws IOException {
    byte[] sent = request.header("Authorization").orElse("").getBytes(UTF_8);
    if (!MessageDigest.isEqual(bearer, sent)) {
      request.answerHeader("WWW-Authenticate", "Bearer");
      throw Refusal.unauthenticated();
    }
    List<String> path = request.segments();
    String[] names = path.subList(1, path.size()).toArray(String[]::new);
    if (!path.getFirst().equals(PREFIX.substring(1)) || names.length == 0) {
      throw nothing();
    }
    if (!names[0].equals("shares") || path.contains("")) {
      throw nothing();
    }
    switch (names.length) {
      case 1 -> allow(request, "GET", listings::shares);
      case 2 -> allow(request, "GET", r -> listings.share(r, names[1]));
      case 3 -> {
        switch (names[2]) {
          case "schemas" -> allow(request, "GET", r -> listings.schemas(r, names[1]));
          case "all-tables" -> allow(request, "GET", r -> listings.allTables(r, names[1]));
          default -> throw nothing();
        }
      }
      case 5, 6, 7 -> {
        if (!names[2].equals("schemas") || !names[4].equals("tables")) {
          throw nothing();
        }
        table(request, names);
      }
      default -> throw nothing();
    }
  }

  private void table(Request request, String[] names) throws IOException {
    if (names.length == 5) {
      allow(request, "GET", r -> listings.tables(r, names[1], names[3]));
      return;
    }
    String what = names.length == 6 ? "" : names[6];
    Catalog.Table table = catalog.share(names[1]).schema(names[3]).table(names[5]);
    switch (what) {
      case "" -> allow(request, "HEAD", r -> tables.version(r, table));
      case "version" -> allow(request, "GET, HEAD", r -> tables.version(r, table));
      case "metadata" -> allow(request, "GET", r -> tables.metadata(r, table));
      case "query" -> allow(request, "POST", r -> tables.query(r, table));
      case "changes" -> allow(request, "GET", r -> changes.serve(r, table));
      default -> throw nothing();
    }
  }

  private static void allow(Request request, String methods, Endpoint endpoint) throws IOException {
    if (!List.of(methods.split(", ", -1)).contains(request.method())) {
      request.answerHeader("Allow", methods);
      throw Refusal.wrongMethod("Allowed here: " + methods);
    }
    endpoint.serve(request);
  }

  private static Refusal nothing() {
    return Refusal.notFound("There is nothing at this address.");
  }
}
