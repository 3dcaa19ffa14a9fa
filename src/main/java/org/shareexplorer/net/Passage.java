package org.shareexplorer.net;

import java.io.IOException;
import java.net.InetAddress;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One way of a request to a server, watched where it really goes out: on a connection that may have
 * been made for somebody else, to an address that a name may have got only now. For one thread at a
 * time.
 */
final class Passage {

  /** A request must not go where it was about to go. */
  static final class Stopped extends IOException {

    private static final long serialVersionUID = 1L;

    Stopped(String message) {
      super(message);
    }
  }

  private final boolean once;
  private final boolean publicOnly;
  private boolean sent;
  private @Nullable InetAddress arrived;

  /**
   * A way about to be gone.
   *
   * @param once whether it must be gone once at most
   * @param publicOnly whether it must end in the internet, and not in the network around here
   */
  Passage(boolean once, boolean publicOnly) {
    this.once = once;
    this.publicOnly = publicOnly;
  }

  /** {@return the address that answered, if it is known: a proxy hides it} */
  @Nullable InetAddress arrived() {
    return arrived;
  }

  private void goOut(@Nullable Connection connection) throws IOException {
    if (once && sent) {
      throw new Stopped("not sent twice");
    }
    sent = true;
    if (connection != null && connection.route().proxy().type() == java.net.Proxy.Type.DIRECT) {
      arrived = connection.route().socketAddress().getAddress();
      if (publicOnly && arrived != null && Addresses.notPublic(arrived)) {
        throw new Stopped("not into the private network");
      }
    }
  }

  /** Stands last before the wire. */
  static final class Watch implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
      Passage passage = chain.request().tag(Passage.class);
      if (passage != null) {
        passage.goOut(chain.connection());
      }
      return chain.proceed(chain.request());
    }
  }
}
