package org.shareexplorer.net;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which connection was given the addresses of the files of a folder: an address alone does not
 * tell. Thread-safe.
 */
final class FilePlaces {

  private static final int MOST = 10_000;

  private final Map<String, String> connections =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST;
        }
      };

  /** Notes that a connection was given an address. */
  synchronized void note(String address, String connection) {
    connections.put(place(address), connection);
  }

  /** {@return the connection that was last given an address near this one; empty if none was} */
  synchronized String connection(String address) {
    return connections.getOrDefault(place(address), "");
  }

  /** Host and folder, without the folders of partitions. */
  private static String place(String address) {
    int query = address.indexOf('?');
    int end = address.lastIndexOf('/', query < 0 ? address.length() : query);
    int partition = address.indexOf('=');
    if (partition >= 0 && partition < end) {
      end = address.lastIndexOf('/', partition);
    }
    return address.substring(0, Math.max(0, end));
  }
}
