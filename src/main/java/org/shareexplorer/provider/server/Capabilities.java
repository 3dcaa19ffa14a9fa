package org.shareexplorer.provider.server;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a client says it can take, of the header {@code delta-sharing-capabilities}.
 *
 * @param delta whether answers are to be in the delta format instead of the parquet one
 * @param endAction whether the client wants an end action as the last line
 */
record Capabilities(boolean delta, boolean endAction) {

  static final String HEADER = "delta-sharing-capabilities";

  /**
   * Reads the header. Every table here is simple enough for the parquet format, so that a client
   * that takes both gets it; names that are not known are passed over.
   */
  static Capabilities of(Request request) {
    Map<String, List<String>> found = new HashMap<>();
    for (String part : request.header(HEADER).orElse("").toLowerCase(Locale.ROOT).split(";", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        found.put(
            part.substring(0, equals).strip(),
            Arrays.stream(part.substring(equals + 1).split(",", -1)).map(String::strip).toList());
      }
    }
    List<String> formats = found.getOrDefault("responseformat", List.of());
    return new Capabilities(
        formats.contains("delta") && !formats.contains("parquet"),
        found.getOrDefault("includeendstreamaction", List.of()).contains("true"));
  }

  String formatName() {
    return delta ? "delta" : "parquet";
  }

  /** {@return the header's value for an answer} */
  String echo(boolean withEndAction) {
    return "responseformat=" + formatName() + (withEndAction ? ";includeendstreamaction=true" : "");
  }
}
