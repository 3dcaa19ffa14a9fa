package org.shareexplorer.recorded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/**
 * Replays what real servers answered, over HTTP, their files included. File addresses are rewritten
 * to this server and kept byte for byte otherwise; a file is only served to a request that has its
 * address back byte for byte and no token, as a storage would have it. Test data, not to be taken
 * for a model of any server.
 */
public final class RecordedServer implements AutoCloseable {

  /** The token that the recorded requests carry. */
  public static final String TOKEN = "testbed-token-0123456789";

  private static final Path ROOT = Path.of("src/test/resources/recorded");
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

  private static final String STORAGE = "http://127.0.0.1:9878";

  /** None of the answers escapes a character of an address. */
  private static final Pattern ADDRESS =
      Pattern.compile("\"" + Pattern.quote(STORAGE) + "([^\"\\\\]*)\"");

  private static final Pattern PAGE_TOKEN = Pattern.compile("\"pageToken\": ?\"([^\"]*)\"");

  private final MockWebServer server = new MockWebServer();
  private final Path folder;
  private final String base;
  private final Map<String, Path> lists = new ConcurrentHashMap<>();
  private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();

  /** Path and query of every file's address that was given out, as it was written. */
  private final Set<String> addresses = ConcurrentHashMap.newKeySet();

  private volatile String variant = "";

  private RecordedServer(String name, String base) {
    this.folder = ROOT.resolve(name);
    this.base = base;
    try {
      Path listFolder =
          Files.isDirectory(folder.resolve("lists")) ? folder.resolve("lists") : folder;
      for (Path request : files(listFolder, ".req")) {
        String[] first = Files.readString(request).lines().findFirst().orElseThrow().split(" ", -1);
        if (first[0].equals("GET") && Files.readString(request).contains(TOKEN)) {
          lists.put(first[1], sibling(request));
        }
      }
      server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              requests.add(request);
              return answerTo(request);
            }
          });
      server.setServerSocketFactory(new PromptSockets());
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the open-source reference server} */
  public static RecordedServer official() {
    return new RecordedServer("official", "/delta-sharing");
  }

  /** {@return the server called whitefox} */
  public static RecordedServer whitefox() {
    return new RecordedServer("whitefox", "/delta-api/v1");
  }

  /**
   * Has tables answered from the exchanges of this name, such as {@code delta-feat} or {@code end},
   * whatever the client says about what it can take.
   */
  public RecordedServer answering(String exchange) {
    variant = exchange;
    return this;
  }

  /** {@return the server's address for a profile} */
  public URI endpoint() {
    return URI.create(origin() + base);
  }

  /** {@return a credential file's text for this server} */
  public String profileJson() {
    return "{\"shareCredentialsVersion\":1,\"endpoint\":\"%s\",\"bearerToken\":\"%s\"}"
        .formatted(endpoint(), TOKEN);
  }

  /** {@return the requests so far} */
  public List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  /** {@return the requests for files so far} */
  public List<RecordedRequest> fileRequests() {
    return requests.stream().filter(r -> r.getTarget().startsWith("/tables/")).toList();
  }

  /** {@return a recorded answer as it was, by its path without ending} */
  public static MockResponse answer(String name) {
    return response(ROOT.resolve(name + ".resp"), text -> text);
  }

  /** {@return the body of a recorded answer as it was} */
  public static String body(String name) {
    return parts(ROOT.resolve(name + ".resp"))[1];
  }

  /** {@return the names of all recorded answers under a folder, for {@link #answer}} */
  public static List<String> names(String under) {
    return files(ROOT.resolve(under), ".resp").stream()
        .map(file ->
            ROOT.relativize(file).toString().replace('\\', '/').replaceFirst("\\.resp$", ""))
        .sorted()
        .toList();
  }

  /** {@return a file of the folder {@code truth}: what Spark says is in a table} */
  public static Path truth(String file) {
    return ROOT.resolve("truth").resolve(file);
  }

  @Override
  public void close() {
    server.close();
  }

  private String origin() {
    return "http://127.0.0.1:" + server.getPort();
  }

  private MockResponse answerTo(RecordedRequest request) {
    String target = request.getTarget();
    if (target.startsWith("/tables/")) {
      return file(request);
    }
    if (!("Bearer " + TOKEN).equals(request.getHeaders().get("Authorization"))) {
      return plain(401, "401 Unauthorized");
    }
    Path list = lists.get(target);
    if (list != null) {
      return response(list, text -> text);
    }
    Matcher table =
        Pattern.compile(".*/shares/([^/]+)/schemas/([^/]+)/tables/([^/?]+)/?([^?]*).*")
            .matcher(target);
    if (!table.matches()) {
      return plain(404, "404 Not Found");
    }
    String action = table.group(4);
    Path exchanges = folder.resolve(table.group(1) + "." + table.group(2) + "." + table.group(3));
    if (!Files.isDirectory(exchanges)) {
      return response(ROOT.resolve("official/errors/metadata-table-missing.resp"), text -> text);
    }
    String name =
        switch (action) {
          case "version" -> "version";
          case "" -> "head";
          default -> action + "-" + exchange(request, exchanges, action);
        };
    Path answer = exchanges.resolve(name + ".resp");
    return Files.exists(answer) ? response(answer, this::rewritten) : plain(404, "404 Not Found");
  }

  private String exchange(RecordedRequest request, Path exchanges, String action) {
    if (Files.exists(exchanges.resolve(action + "-" + variant + "-p0.resp"))) {
      return page(request, exchanges, action + "-" + variant).substring(action.length() + 1);
    }
    if (!variant.isEmpty() && Files.exists(exchanges.resolve(action + "-" + variant + ".resp"))) {
      return variant;
    }
    String header = request.getHeaders().get("delta-sharing-capabilities");
    String said = header == null ? "" : header.toLowerCase(Locale.ROOT);
    String exchange =
        said.contains("deletionvectors") && said.contains("columnmapping")
            ? "both-feat"
            : said.contains("delta") ? "both" : "none";
    // Not every request was recorded for every table; plain tables answer all of them alike.
    return Stream.of(exchange, "both-feat", "none", "delta-feat")
        .filter(name -> {
          Path answer = exchanges.resolve(action + "-" + name + ".resp");
          return Files.exists(answer)
              && (name.equals(exchange) || parts(answer)[0].startsWith("HTTP/1.1 200"));
        })
        .findFirst()
        .orElse(exchange);
  }

  /** The exchange with the token of the request, or the first. */
  private static String page(RecordedRequest request, Path exchanges, String pages) {
    Matcher token = PAGE_TOKEN.matcher(Objects.requireNonNull(request.getBody()).utf8());
    String sent = token.find() ? token.group(1) : "";
    for (Path asked : files(exchanges, ".req")) {
      String name = asked.getFileName().toString().replaceFirst("\\.req$", "");
      if (!sent.isEmpty() && name.startsWith(pages) && content(asked).contains(sent + "\"")) {
        return name;
      }
    }
    return pages + (sent.isEmpty() ? "-p0" : "-unknown");
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String rewritten(String body) {
    ADDRESS.matcher(body).results().forEach(address -> addresses.add(address.group(1)));
    return body.replace(STORAGE, origin())
        .replaceAll("(xpirationTimestamp\"\\s*:\\s*)\\d+", "$14102444800000");
  }

  private MockResponse file(RecordedRequest request) {
    String target = request.getTarget();
    if (request.getHeaders().get("Authorization") != null) {
      return plain(400, "<Error><Code>InvalidArgument</Code></Error>");
    }
    if (!addresses.contains(target)) {
      return plain(403, "<Error><Code>SignatureDoesNotMatch</Code></Error>");
    }
    Path file = ROOT.resolve("files" + target.substring(0, target.indexOf('?')));
    if (!Files.isRegularFile(file)) {
      return plain(404, "<Error><Code>NoSuchKey</Code></Error>");
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      String header = request.getHeaders().get("Range");
      Matcher range = RANGE.matcher(header == null ? "" : header);
      if (!range.matches()) {
        return new MockResponse.Builder().body(new Buffer().write(bytes)).build();
      }
      int first = Integer.parseInt(range.group(1));
      int last = Math.min(Integer.parseInt(range.group(2)), bytes.length - 1);
      return new MockResponse.Builder()
          .code(206)
          .setHeader("Content-Range", "bytes " + first + "-" + last + "/" + bytes.length)
          .body(new Buffer().write(Arrays.copyOfRange(bytes, first, last + 1)))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MockResponse plain(int status, String body) {
    return new MockResponse.Builder().code(status).body(body).build();
  }

  private static MockResponse response(Path file, UnaryOperator<String> rewriting) {
    String[] parts = parts(file);
    List<String> head = parts[0].lines().toList();
    MockResponse.Builder response = new MockResponse.Builder().status(head.getFirst());
    for (String header : head.subList(1, head.size())) {
      String name = header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
      if (!List.of("content-length", "transfer-encoding", "connection").contains(name)) {
        response.addHeaderLenient(
            header.substring(0, name.length()), header.substring(name.length() + 1).strip());
      }
    }
    return response.body(rewriting.apply(parts[1])).build();
  }

  /** Head and body. */
  private static String[] parts(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      int end = text.indexOf("\r\n\r\n");
      return end >= 0
          ? new String[] {text.substring(0, end), text.substring(end + 4)}
          : text.split("\n\n", 2);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path sibling(Path request) {
    String name = request.getFileName().toString();
    return request.resolveSibling(name.substring(0, name.length() - 4) + ".resp");
  }
}
