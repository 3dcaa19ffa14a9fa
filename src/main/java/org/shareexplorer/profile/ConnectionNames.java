package org.shareexplorer.profile;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** First names for connections. */
final class ConnectionNames {

  /** File names that say nothing, as most providers' files are called. */
  private static final Set<String> EMPTY_WORDS =
      Set.of("config", "credential", "credentials", "profile", "share", "download");

  private ConnectionNames() {}

  /** {@return the file's name without its ending, or the host's if that says nothing} */
  static String first(String source, URI endpoint) {
    String name = source.replaceFirst("\\.(share|json|txt)$", "").strip();
    String word = name.replaceFirst("[ _-]*\\(?\\d*\\)?$", "").toLowerCase(Locale.ROOT);
    if (!name.isEmpty() && !EMPTY_WORDS.contains(word) && !source.equals(name)) {
      return name;
    }
    String host = endpoint.getHost();
    return host == null ? endpoint.getRawAuthority() : host;
  }
}
