package org.shareexplorer.net;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What storages call the content of files (HTTP's entity tags), by place: a signature may be
 * renewed while a file is read, but its content must stay the same. Thread-safe.
 */
final class FileMarks {

  private static final int MOST = 10_000;

  private final Map<String, String> marks =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST;
        }
      };

  /**
   * Notes a file's mark.
   *
   * @param address where the file is; the query, which holds the signature, is left out
   * @return whether it is the one noted before, if there was one
   */
  synchronized boolean same(String address, String mark) {
    int query = address.indexOf('?');
    String known = marks.put(query < 0 ? address : address.substring(0, query), mark);
    return known == null || known.equals(mark);
  }
}
