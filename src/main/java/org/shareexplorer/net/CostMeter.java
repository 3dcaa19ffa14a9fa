package org.shareexplorer.net;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import org.shareexplorer.job.Job;

/**
 * Counts, on the job that a request is made for, every request that goes over the network and every
 * byte of a body that comes back, compressed bodies as they came.
 */
final class CostMeter implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Job job = request.tag(Job.class);
    if (job == null) {
      return chain.proceed(request);
    }
    job.countRequest();
    Response response = chain.proceed(request);
    ResponseBody body = response.body();
    ForwardingSource counted =
        new ForwardingSource(body.source()) {
          @Override
          public long read(Buffer sink, long byteCount) throws IOException {
            long count = super.read(sink, byteCount);
            if (count > 0) {
              job.countBytes(count);
            }
            return count;
          }
        };
    return response
        .newBuilder()
        .body(ResponseBody.create(Okio.buffer(counted), body.contentType(), body.contentLength()))
        .build();
  }
}
