package org.shareexplorer.net;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/**
 * Gives up on bodies that come a byte now and then: each byte puts off the time-out for the next
 * one, so that they would never end.
 */
final class LeastPace implements Interceptor {

  /** Fewer bytes in the time of a stall are one; a modem of 1990 brings a hundred times as many. */
  private static final long LEAST = 256;

  private final Duration stall;

  LeastPace(Duration stall) {
    this.stall = stall;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    ResponseBody body = response.body();
    return response
        .newBuilder()
        .body(
            ResponseBody.create(
                Okio.buffer(new Paced(body.source(), stall)),
                body.contentType(),
                body.contentLength()))
        .build();
  }

  /** Counts the time that is spent waiting for bytes, not the time that the reader takes. */
  private static final class Paced extends ForwardingSource {
    private final long stall;
    private long waited;
    private long came;

    Paced(Source body, Duration stall) {
      super(body);
      this.stall = stall.toNanos();
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      long before = System.nanoTime();
      long count = super.read(sink, byteCount);
      waited += System.nanoTime() - before;
      came += Math.max(0, count);
      if (waited >= stall) {
        if (count >= 0 && came < LEAST) {
          throw new SocketTimeoutException("only " + came + " bytes came for a while");
        }
        waited = 0;
        came = 0;
      }
      return count;
    }
  }
}
