package org.shareexplorer.net;

import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The wire that holds now, made anew when the settings change. Made when it is first needed, as
 * reading the system's authorities takes its time. Thread-safe.
 */
final class Wires {

  private final Patience patience;
  private final UnaryOperator<OkHttpClient.Builder> more;
  private NetworkSettings settings = NetworkSettings.USUAL;
  private @Nullable Wire now;

  /**
   * Wires to be made.
   *
   * @param more what else their clients are to have
   */
  Wires(Patience patience, UnaryOperator<OkHttpClient.Builder> more) {
    this.patience = patience;
    this.more = more;
  }

  synchronized Wire now() {
    Wire made = now == null ? Wire.of(settings, patience, more) : now;
    now = made;
    return made;
  }

  /** {@return wires of their own with connections of their own, by the settings that hold now} */
  synchronized Wires apart(UnaryOperator<OkHttpClient.Builder> more) {
    Wires apart = new Wires(patience, this.more.andThen(more)::apply);
    apart.settings = settings;
    return apart;
  }

  /** Lets requests under way come to their end by the old settings. */
  synchronized void use(NetworkSettings others) {
    settings = others;
    if (now != null) {
      now.retire();
      now = null;
    }
  }

  synchronized NetworkSettings settings() {
    return settings;
  }

  synchronized void close() {
    if (now != null) {
      now.close();
    }
  }
}
