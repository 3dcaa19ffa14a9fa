package org.shareexplorer.net;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.net.ssl.X509TrustManager;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Progress;
import org.shareexplorer.net.activity.Activity;
import org.shareexplorer.net.activity.Asker;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/**
 * The one HTTP stack, for servers' calls and for signed file addresses. Blocks; repeats what fails
 * in passing; ends at once when the job is cancelled. Thread-safe: as many requests run at a time
 * as there are threads that make one.
 */
public final class Http implements AutoCloseable {

  /** Whoever waited so long waits for this little more; also, clocks are set now and then. */
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final Patience patience;
  private final Clock clock;
  private final HostGates gates;
  private final Wires wires;
  private final Asker asker;
  private final FilePlaces places;
  private final Consumer<Activity> log;

  /** A stack with the usual patience. */
  public Http() {
    this(Patience.USUAL, Clock.systemUTC());
  }

  /** A stack with another patience. */
  public Http(Patience patience, Clock clock) {
    this(patience, clock, _ -> {});
  }

  /**
   * A stack that writes down what it does.
   *
   * @param log gets every request once it has ended, on whichever thread; quick, and does not throw
   */
  public Http(Patience patience, Clock clock, Consumer<Activity> log) {
    this(patience, clock, log, UnaryOperator.identity());
  }

  /**
   * A stack with parts of its own.
   *
   * @param more puts them in
   */
  Http(
      Patience patience,
      Clock clock,
      Consumer<Activity> log,
      UnaryOperator<OkHttpClient.Builder> more) {
    this.patience = patience;
    this.clock = clock;
    this.gates = new HostGates(clock);
    this.asker = Asker.UNKNOWN;
    this.places = new FilePlaces();
    this.log = log;
    this.wires =
        new Wires(
            patience,
            builder ->
                more.apply(builder)
                    .eventListenerFactory(call -> new CallEvents(call, clock, log, _ -> {})));
  }

  private Http(Http stack, Wires wires, Asker asker) {
    this.patience = stack.patience;
    this.clock = stack.clock;
    this.gates = stack.gates;
    this.wires = wires;
    this.asker = asker;
    this.places = stack.places;
    this.log = stack.log;
  }

  /**
   * {@return the same stack with new connections of its own, whose requests are watched on their
   * way; to be closed}
   *
   * @param watcher gets the hops, on any thread
   */
  public Http watched(Consumer<Hop> watcher) {
    Wires watched =
        wires.apart(builder -> {
          builder.eventListenerFactory(call -> new CallEvents(call, clock, log, watcher));
          X509TrustManager judge = builder.build().x509TrustManager();
          if (judge == null) {
            return builder;
          }
          SeenCertificates seen = new SeenCertificates(judge, watcher);
          return builder.sslSocketFactory(seen.sockets(), seen);
        });
    return new Http(this, watched, asker);
  }

  /** {@return the same stack, its requests made for somebody; not to be closed} */
  public Http as(Asker who) {
    return new Http(this, wires, who);
  }

  /** {@return the same stack, asking for another kind of thing; not to be closed} */
  public Http asking(Asker.Kind kind) {
    return as(asker.asking(kind));
  }

  /**
   * Sends what is asked for from now on by other settings, also for whom this stack was given to by
   * another name. Requests under way end by the old ones.
   */
  public void use(NetworkSettings settings) {
    wires.use(settings);
  }

  /**
   * Has the settings read when the first request is made, unless others are set before.
   *
   * @param source blocks, under the job of that request
   */
  public void useFirst(Function<Job, NetworkSettings> source) {
    wires.useFirst(source);
  }

  /** Makes a value of an answer, whatever its status. */
  @FunctionalInterface
  public interface Reader<T> {

    /**
     * Reads an answer on the calling thread.
     *
     * @throws IOException if the body breaks off; the request may then be sent again
     */
    T read(HttpAnswer answer) throws IOException;
  }

  /**
   * {@return how a server is reached by the settings that hold; may run the system's proxy script}
   *
   * @throws ProblemException if the address is none of the web, or the proxy chosen cannot be used
   */
  public Route route(String address, Job job) {
    return wires.now(job).routes().to(ExactUrl.of(address).orElseThrow(() -> noAddress("")));
  }

  /**
   * Sends a request and reads the answer. An answer 429, 500, 502, 503 or 504 reaches the reader
   * only once repeats did not help.
   *
   * @throws ProblemException if no whole answer came
   * @throws CancellationException if the job was cancelled
   */
  public <T> T exchange(HttpRequest request, Job job, Reader<T> reader) {
    Wire wire = wires.now(job);
    Routes routes = wire.routes();
    HttpUrl url = ExactUrl.of(request.address()).orElseThrow(() -> noAddress(request.failure()));
    Request prepared = prepared(request, url, job);
    HostGates.Gate gate = gates.of(url);
    boolean once = request.care() == HttpRequest.Care.ONCE;
    Function<HttpUrl, OkHttpClient> clients = once ? wire::once : wire::client;
    Repeats repeats = new Repeats(patience, clock, once);
    while (true) {
      await(gate, url, request, repeats, job);
      Journey journey =
          new Journey(clients, prepared, new Redirects(request, routes, wire.dns()), once, job);
      Optional<Duration> pause;
      try (journey;
          Job.Hold _ = gate.enter(job)) {
        Response response = journey.answer();
        Optional<Duration> asked =
            Optional.ofNullable(response.header("Retry-After")).flatMap(repeats::pauseAskedFor);
        Optional<Duration> granted = repeats.afterAnswer(response.code(), asked);
        pause = granted;
        if (response.code() == 429 || (response.code() == 503 && asked.isPresent())) {
          gate.close(asked.or(() -> granted).orElse(Duration.ZERO));
        }
        if (pause.isEmpty()) {
          response
              .body()
              .source()
              .timeout()
              .timeout(patience.stall().toNanos(), TimeUnit.NANOSECONDS);
          return reader.read(new HttpAnswer(response, url));
        }
      } catch (IOException e) {
        job.check();
        pause = repeats.afterFault(e);
        if (pause.isEmpty()) {
          throw Faults.problem(request.failure(), routes.to(journey.place()), clock, e)
              .asException(e);
        }
      }
      pause(pause.orElseThrow(), url, repeats, job);
    }
  }

  /** Waits for the end of a pause that the host asked others for, if that is soon enough. */
  private void await(
      HostGates.Gate gate, HttpUrl url, HttpRequest request, Repeats repeats, Job job) {
    Duration closed = gate.closedFor();
    if (closed.minus(MOMENT).compareTo(repeats.left()) > 0) {
      throw Faults.busy(request.failure(), url.host(), closed).asException();
    }
    if (closed.isPositive()) {
      pause(closed.plus(patience.pause(1)), url, repeats, job);
    }
    job.check();
  }

  private Request prepared(HttpRequest request, HttpUrl url, Job job) {
    HttpContent content = request.content();
    Request.Builder builder =
        new Request.Builder()
            .url(url)
            .method(
                request.method(),
                content == null
                    ? null
                    // As bytes, or OkHttp would add a charset to the type.
                    : RequestBody.create(
                        content.text().getBytes(StandardCharsets.UTF_8),
                        MediaType.get(content.type())))
            .tag(Job.class, job)
            .tag(Asker.class, asker(request.address()))
            .header("User-Agent", "share-explorer");
    request.headers().forEach(builder::header);
    return builder.build();
  }

  /** Who asks; of files, that is known by those who were given their addresses. */
  private Asker asker(String address) {
    return asker.kind() == Asker.Kind.FILE && asker.connection().isEmpty()
        ? new Asker(places.connection(address), Asker.Kind.FILE)
        : asker;
  }

  /** Notes that whoever asks here was given the address of a file. */
  public void given(String address) {
    places.note(address, asker.connection());
  }

  private static ProblemException noAddress(String failure) {
    return new Problem(
            ProblemCode.SERVER_ANSWER,
            failure,
            "The address given is not one of the web (http or https).",
            "Ask the provider how the data are meant to be read.")
        .asException();
  }

  /** Waits, unless the job is cancelled before; tells a person who waits along for how long. */
  private static void pause(Duration length, HttpUrl url, Repeats repeats, Job job) {
    if (length.toSeconds() > 0) {
      job.progress(
          Progress.of(
              "Asking %s again in %d s (giving up after %d s)"
                  .formatted(url.host(), length.toSeconds(), repeats.left().toSeconds())));
    }
    CountDownLatch cancelled = new CountDownLatch(1);
    try (Job.Hold _ = job.onCancel(cancelled::countDown)) {
      if (cancelled.await(length.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new CancellationException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  @Override
  public void close() {
    wires.close();
  }
}
