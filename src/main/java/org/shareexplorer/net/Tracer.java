package org.shareexplorer.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.net.Trace.Hop;

/** Writes what OkHttp does into a trace. */
final class Tracer extends EventListener {

  private final Trace trace;
  private final Map<Hop, Long> begun = new EnumMap<>(Hop.class);

  Tracer(Trace trace) {
    this.trace = trace;
  }

  private synchronized void begin(Hop hop) {
    begun.put(hop, System.nanoTime());
  }

  private synchronized void end(Hop hop, boolean done, String found) {
    Long start = begun.remove(hop);
    if (start != null) {
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      trace.add(new Trace.Step(hop, took, done, found));
    }
  }

  @Override
  public void dnsStart(Call call, String name) {
    begin(Hop.NAME);
  }

  @Override
  public void dnsEnd(Call call, String name, List<InetAddress> found) {
    end(
        Hop.NAME,
        true,
        name
            + " is "
            + found.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", ")));
  }

  @Override
  public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
    begin(hop(proxy));
  }

  @Override
  public void secureConnectStart(Call call) {
    connected("connected");
    begin(Hop.TLS);
  }

  @Override
  public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
    if (handshake != null) {
      TlsFacts facts = TlsFacts.of(handshake);
      trace.encrypted(facts);
      end(Hop.TLS, true, facts.version() + ", " + facts.cipher());
    }
  }

  @Override
  public void connectEnd(
      Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
    connected("connected");
  }

  @Override
  public void connectFailed(
      Call call,
      InetSocketAddress address,
      Proxy proxy,
      @Nullable Protocol protocol,
      IOException fault) {
    end(Hop.TLS, false, "failed");
    end(hop(proxy), false, "failed");
  }

  @Override
  public void requestHeadersStart(Call call) {
    begin(Hop.ANSWER);
  }

  @Override
  public void responseHeadersEnd(Call call, Response response) {
    end(Hop.ANSWER, true, "HTTP " + response.code() + " by " + response.protocol());
  }

  @Override
  public void callFailed(Call call, IOException fault) {
    for (Hop hop : Hop.values()) {
      end(hop, false, "failed");
    }
  }

  private void connected(String found) {
    end(Hop.PROXY, true, found);
    end(Hop.CONNECT, true, found);
  }

  private static Hop hop(Proxy proxy) {
    return proxy.type() == Proxy.Type.DIRECT ? Hop.CONNECT : Hop.PROXY;
  }
}
