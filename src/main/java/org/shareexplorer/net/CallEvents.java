package org.shareexplorer.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.net.activity.Activity;
import org.shareexplorer.net.activity.Asker;
import org.shareexplorer.net.activity.Outcome;
import org.shareexplorer.net.activity.Timing;

/**
 * Follows one request on its way: tells whoever watches, and at the end writes it down. Connections
 * are tried on several threads at a time, so everything is guarded by this.
 */
final class CallEvents extends EventListener {

  /** Headers by which servers and storages name a request to whoever runs them. */
  private static final List<String> REQUEST_IDS =
      List.of(
          "x-request-id",
          "x-databricks-request-id",
          "x-amz-request-id",
          "x-ms-request-id",
          "x-guploader-uploadid",
          "x-correlation-id",
          "x-amzn-requestid",
          "request-id",
          "cf-ray");

  private static final int LONGEST = 200;

  private final Request request;
  private final Clock clock;
  private final Consumer<Activity> log;
  private final Consumer<Hop> watcher;
  private final Instant start;
  private final long startNanos = System.nanoTime();

  private long namingFrom;
  private long connectingFrom;
  private long securingFrom;
  private long name = -1;
  private long connect = -1;
  private long secure = -1;
  private long firstByte = -1;
  private long sent;
  private long received;
  private int status;
  private String protocol = "";
  private Map<String, String> requestIds = Map.of();
  private boolean cancelled;

  /**
   * Follows a call.
   *
   * @param log gets the request when it has ended
   * @param watcher gets its hops as they happen, on any thread
   */
  CallEvents(Call call, Clock clock, Consumer<Activity> log, Consumer<Hop> watcher) {
    this.request = call.request();
    this.clock = clock;
    this.log = log;
    this.watcher = watcher;
    this.start = clock.instant();
  }

  private static Duration since(long from) {
    return Duration.ofNanos(System.nanoTime() - from);
  }

  @Override
  public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
    watcher.accept(new Hop.Routed(proxies.isEmpty() ? Optional.empty() : named(proxies.get(0))));
  }

  private static Optional<String> named(Proxy proxy) {
    return proxy.address() instanceof InetSocketAddress address
        ? Optional.of(address.getHostString() + ":" + address.getPort())
        : Optional.empty();
  }

  @Override
  public synchronized void dnsStart(Call call, String domain) {
    namingFrom = System.nanoTime();
    watcher.accept(new Hop.Naming(domain));
  }

  @Override
  public synchronized void dnsEnd(Call call, String domain, List<InetAddress> addresses) {
    name = System.nanoTime() - namingFrom;
    watcher.accept(
        new Hop.Named(
            domain,
            addresses.stream().map(InetAddress::getHostAddress).toList(),
            since(namingFrom)));
  }

  @Override
  public synchronized void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
    connectingFrom = System.nanoTime();
    securingFrom = 0;
    watcher.accept(new Hop.Connecting(text(address)));
  }

  @Override
  public synchronized void secureConnectStart(Call call) {
    securingFrom = System.nanoTime();
    connect = securingFrom - connectingFrom;
    watcher.accept(new Hop.Securing());
  }

  @Override
  public synchronized void secureConnectEnd(Call call, @Nullable Handshake handshake) {
    secure = System.nanoTime() - securingFrom;
    if (handshake != null && !handshake.peerCertificates().isEmpty()) {
      ServerCertificate.of(handshake.peerCertificates().get(0))
          .map(certificate ->
              new Hop.Secured(handshake.tlsVersion().javaName(), certificate, since(securingFrom)))
          .ifPresent(watcher);
    }
  }

  @Override
  public synchronized void connectEnd(
      Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol spoken) {
    if (securingFrom == 0) {
      connect = System.nanoTime() - connectingFrom;
    }
    watcher.accept(
        new Hop.Connected(text(address), named(proxy), Duration.ofNanos(Math.max(0, connect))));
  }

  private static String text(InetSocketAddress address) {
    InetAddress resolved = address.getAddress();
    String host = resolved == null ? address.getHostString() : resolved.getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }

  @Override
  public synchronized void requestBodyEnd(Call call, long byteCount) {
    sent += byteCount;
  }

  @Override
  public synchronized void responseHeadersEnd(Call call, Response response) {
    firstByte = System.nanoTime() - startNanos;
    status = response.code();
    protocol = response.protocol().toString();
    requestIds = requestIds(response);
    Instant now = clock.instant();
    watcher.accept(
        new Hop.Answered(
            status,
            protocol,
            Optional.ofNullable(response.header("Server")).map(CallEvents::cut),
            Optional.ofNullable(response.headers().getInstant("Date")),
            now,
            requestIds,
            since(startNanos)));
  }

  private static Map<String, String> requestIds(Response response) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String header : REQUEST_IDS) {
      String id = response.header(header);
      if (id != null && !id.isBlank()) {
        found.put(header, cut(id));
      }
    }
    return found;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  @Override
  public synchronized void responseBodyEnd(Call call, long byteCount) {
    received += byteCount;
  }

  @Override
  public synchronized void canceled(Call call) {
    cancelled = true;
  }

  @Override
  public synchronized void callEnd(Call call) {
    end(Outcome.of(status), "");
  }

  @Override
  public synchronized void callFailed(Call call, IOException fault) {
    boolean given = cancelled || call.isCanceled();
    end(given ? Outcome.CANCELLED : Outcome.BROKEN, given ? "" : cut(Faults.words(fault)));
  }

  private void end(Outcome outcome, String fault) {
    Asker asker = Objects.requireNonNullElse(request.tag(Asker.class), Asker.UNKNOWN);
    String range = Objects.requireNonNullElse(request.header("Range"), "");
    log.accept(
        new Activity(
            start,
            asker,
            request.method(),
            host(request.url()),
            path(request, asker.kind()),
            range.startsWith("bytes=") ? range.substring(6) : range,
            status,
            outcome,
            fault,
            sent,
            received,
            new Timing(
                Timing.micros(System.nanoTime() - startNanos),
                micros(name),
                micros(connect),
                micros(secure),
                micros(firstByte)),
            requestIds.values().stream().findFirst().orElse(""),
            protocol));
  }

  private static int micros(long nanos) {
    return nanos < 0 ? Timing.NONE : Timing.micros(nanos);
  }

  private static String host(HttpUrl url) {
    return url.port() == HttpUrl.defaultPort(url.scheme())
        ? url.host()
        : url.host() + ":" + url.port();
  }

  /** Whose last part may be a secret, or whose parts before the last one may be. */
  private static String path(Request request, Asker.Kind kind) {
    String path = request.url().encodedPath();
    return switch (kind) {
      case API -> path;
      case FILE -> "/…/" + ExactUrl.fileName(request.url().toString());
      case CREDENTIAL ->
          request.method().equals("POST") ? path : path.substring(0, path.lastIndexOf('/')) + "/…";
    };
  }
}
