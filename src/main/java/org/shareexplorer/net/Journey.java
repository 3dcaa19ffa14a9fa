package org.shareexplorer.net;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;

/**
 * One attempt at a request: the calls from server to server until one of them answers for good. For
 * one thread; ends at once when the job is cancelled. Closing it gives the answer up.
 */
final class Journey implements AutoCloseable {

  private final Function<HttpUrl, OkHttpClient> clients;
  private final Redirects redirects;
  private final boolean once;
  private final Request first;
  private final Job job;
  private final Job.Hold hold;
  private Request next;
  private volatile @Nullable Call under;
  private @Nullable Response answer;

  Journey(
      Function<HttpUrl, OkHttpClient> clients,
      Request first,
      Redirects redirects,
      boolean once,
      Job job) {
    this.clients = clients;
    this.first = first;
    this.next = first;
    this.redirects = redirects;
    this.once = once;
    this.job = job;
    this.hold = job.onCancel(this::cancel);
  }

  /** {@return where the journey has come to, or was about to go when it failed} */
  HttpUrl place() {
    return next.url();
  }

  /** {@return the last answer, whose body is still on its way; its headers are here} */
  Response answer() throws IOException {
    while (true) {
      Passage passage = new Passage(once, redirects.publicOnly());
      Call call =
          clients.apply(next.url()).newCall(next.newBuilder().tag(Passage.class, passage).build());
      under = call;
      job.check();
      Response came;
      try {
        came = call.execute();
      } catch (Passage.Stopped e) {
        if (redirects.publicOnly()) {
          throw redirects.inwards(first.url().host(), next.url().host());
        }
        throw e;
      }
      answer = came;
      Optional<Request> following = redirects.next(next, came, passage.arrived());
      if (following.isEmpty()) {
        return came;
      }
      came.close();
      next = following.get();
    }
  }

  private void cancel() {
    Call call = under;
    if (call != null) {
      call.cancel();
    }
  }

  @Override
  public void close() {
    hold.close();
    if (answer != null) {
      answer.close();
    }
  }
}
