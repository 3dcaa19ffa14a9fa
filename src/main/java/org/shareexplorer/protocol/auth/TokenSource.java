package org.shareexplorer.protocol.auth;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemException;

/**
 * The token of an OAuth credential: fetched when first needed, kept in memory, renewed before its
 * end. However many callers need one at a time, one of them fetches it and the others wait for
 * that, each no longer than its own job allows. What goes wrong is told to all who waited.
 */
final class TokenSource implements Authorization {

  private static final String SCHEME = "Bearer ";

  private final TokenEndpoint endpoint;
  private final InstantSource clock;
  private @Nullable AccessToken current;
  private @Nullable CompletableFuture<AccessToken> underWay;

  TokenSource(TokenEndpoint endpoint, InstantSource clock) {
    this.endpoint = endpoint;
    this.clock = clock;
  }

  @Override
  public String header(Job job) {
    return SCHEME + token(job).secret().reveal();
  }

  @Override
  public synchronized boolean renew(String refused) {
    if (current != null && refused.equals(SCHEME + current.secret().reveal())) {
      current = null;
    }
    return true;
  }

  private AccessToken token(Job job) {
    while (true) {
      job.check();
      CompletableFuture<AccessToken> fetch;
      boolean mine;
      synchronized (this) {
        if (current != null && clock.instant().isBefore(current.renewal())) {
          return current;
        }
        mine = underWay == null;
        fetch = underWay == null ? new CompletableFuture<>() : underWay;
        underWay = fetch;
      }
      if (mine) {
        return fetched(fetch, job);
      }
      AccessToken token = awaited(fetch, job);
      if (token != null) {
        return token;
      }
    }
  }

  private AccessToken fetched(CompletableFuture<AccessToken> fetch, Job job) {
    try {
      AccessToken token = orOld(job);
      end(token);
      fetch.complete(token);
      return token;
    } catch (RuntimeException | Error e) {
      end(null);
      fetch.completeExceptionally(e);
      throw e;
    }
  }

  /** A token near its end does for the while that the endpoint gives none. */
  private AccessToken orOld(Job job) {
    try {
      return endpoint.fetch(job);
    } catch (ProblemException e) {
      AccessToken old;
      synchronized (this) {
        old = current;
      }
      Instant now = clock.instant();
      if (old != null && now.isBefore(old.end())) {
        return old.renewedLater(now);
      }
      throw e;
    }
  }

  private synchronized void end(@Nullable AccessToken token) {
    underWay = null;
    if (token != null) {
      current = token;
    }
  }

  /** Null if whoever was fetching gave up, which says nothing about the endpoint. */
  private static @Nullable AccessToken awaited(CompletableFuture<AccessToken> others, Job job) {
    CompletableFuture<AccessToken> mine = others.copy();
    try (Job.Hold _ = job.onCancel(() -> mine.cancel(false))) {
      return mine.join();
    } catch (CancellationException e) {
      job.check();
      return null;
    } catch (CompletionException e) {
      if (e.getCause() instanceof CancellationException) {
        return null;
      }
      throw e.getCause() instanceof RuntimeException problem ? problem : e;
    }
  }
}
