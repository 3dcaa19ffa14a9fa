package org.shareexplorer.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Addresses as they were written. A signature covers an address byte for byte, while OkHttp's URL
 * writes some characters its own way ({@code |} in a path, {@code '} in a query, dot segments).
 */
final class ExactUrl {

  private ExactUrl() {}

  /** {@return the URL that sends path and query just as {@code address} has them, if it is one} */
  static Optional<HttpUrl> of(String address) {
    HttpUrl parsed = HttpUrl.parse(withoutFragment(address));
    if (parsed == null) {
      return Optional.empty();
    }
    String target = target(address);
    String query = parsed.encodedQuery();
    if (target.equals(parsed.encodedPath() + (query == null ? "" : "?" + query))) {
      return Optional.of(parsed);
    }
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    HttpUrl.Builder builder = parsed.newBuilder();
    // The two lists hold the encoded parts that the builder writes as they are. No other way into
    // OkHttp leaves them alone; the compiler tells if a new version takes it away.
    List<String> segments = builder.getEncodedPathSegments$okhttp();
    segments.clear();
    segments.addAll(List.of(path.substring(1).split("/", -1)));
    if (mark >= 0) {
      List<@Nullable String> names = new ArrayList<>();
      names.add(target.substring(mark + 1));
      names.add(null);
      builder.setEncodedQueryNamesAndValues$okhttp(names);
    }
    return Optional.of(builder.build());
  }

  /** {@return the address's host, for messages} */
  static String host(String address) {
    HttpUrl parsed = HttpUrl.parse(address);
    return parsed == null ? "(no address)" : parsed.host();
  }

  /** {@return the last part of the address's path, for messages: never the query} */
  static String fileName(String address) {
    String target = target(address);
    String path =
        target.substring(0, target.indexOf('?') < 0 ? target.length() : target.indexOf('?'));
    // Further than the question mark: should an address lack it, its signature must not show.
    String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("[&=;].*", "");
    return name.length() <= 120 ? name : "…" + name.substring(name.length() - 119);
  }

  /** The fragment is never sent. */
  private static String withoutFragment(String address) {
    int fragment = address.indexOf('#');
    return fragment < 0 ? address : address.substring(0, fragment);
  }

  /** Path and query as written. */
  private static String target(String address) {
    String text = withoutFragment(address);
    int authority = text.indexOf("//") + 2;
    for (int i = authority; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '/') {
        return text.substring(i);
      }
      if (c == '?') {
        return "/" + text.substring(i);
      }
    }
    return "/";
  }
}
