package org.shareexplorer.net;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Progress;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/**
 * The one HTTP stack, for servers' calls and for signed file addresses. Blocks; repeats what fails
 * in passing; ends at once when the job is cancelled. Thread-safe: as many requests run at a time
 * as there are threads that make one.
 */
public final class Http implements AutoCloseable {

  private static final int IDLE_CONNECTIONS = 32;

  private final Patience patience;
  private final Clock clock;
  private final OkHttpClient client;

  /** A stack with the usual patience. */
  public Http() {
    this(Patience.USUAL, Clock.systemUTC());
  }

  /** A stack with another patience. */
  public Http(Patience patience, Clock clock) {
    this.patience = patience;
    this.clock = clock;
    this.client =
        new OkHttpClient.Builder()
            .connectTimeout(patience.connect())
            .readTimeout(patience.firstByte())
            .writeTimeout(patience.stall())
            // Many ranges of one host at a time: keep their connections for the next ones.
            .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
            // From https to http or back: a token or a signature must not change its road.
            .followSslRedirects(false)
            .addNetworkInterceptor(new CostMeter())
            .addNetworkInterceptor(new LeastPace(patience.stall()))
            .build();
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
   * Sends a request and reads the answer. An answer 429, 500, 502, 503 or 504 reaches the reader
   * only once repeats did not help.
   *
   * @throws ProblemException if no whole answer came
   * @throws CancellationException if the job was cancelled
   */
  public <T> T exchange(HttpRequest request, Job job, Reader<T> reader) {
    HttpUrl url = ExactUrl.of(request.address()).orElseThrow(() -> noAddress(request));
    Request prepared = prepared(request, url, job);
    Repeats repeats = new Repeats(patience, clock, request.once());
    while (true) {
      job.check();
      Call call = client.newCall(prepared);
      Optional<Duration> pause;
      try (Job.Hold _ = job.onCancel(call::cancel);
          Response response = call.execute()) {
        pause =
            repeats.afterAnswer(
                response.code(), Optional.ofNullable(response.header("Retry-After")));
        if (pause.isEmpty()) {
          response
              .body()
              .source()
              .timeout()
              .timeout(patience.stall().toNanos(), TimeUnit.NANOSECONDS);
          return reader.read(new HttpAnswer(response));
        }
      } catch (IOException e) {
        job.check();
        pause = repeats.afterFault(e);
        if (pause.isEmpty()) {
          throw Faults.problem(request.failure(), url.host(), e).asException(e);
        }
      }
      if (pause.orElseThrow().toSeconds() > 0) {
        job.progress(Progress.of("Waiting for " + url.host() + " before trying again"));
      }
      pause(pause.orElseThrow(), job);
    }
  }

  private static Request prepared(HttpRequest request, HttpUrl url, Job job) {
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
            .header("User-Agent", "share-explorer");
    request.headers().forEach(builder::header);
    return builder.build();
  }

  private static ProblemException noAddress(HttpRequest request) {
    return new Problem(
            ProblemCode.SERVER_ANSWER,
            request.failure(),
            "The address given is not one of the web (http or https).",
            "Ask the provider how the data are meant to be read.")
        .asException();
  }

  /** Waits, unless the job is cancelled before. */
  private static void pause(Duration length, Job job) {
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
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
