package org.shareexplorer.protocol;

import java.util.Locale;

/**
 * What is said to servers about what this application can take (protocol, "Delta Sharing
 * Capabilities Header"): lower case, no spaces, no semicolon at the end, as some servers compare
 * text.
 */
final class Capabilities {

  static final String HEADER = "delta-sharing-capabilities";

  /** For requests for a table's metadata. */
  static final String METADATA =
      "responseformat=delta,parquet;readerfeatures=" + ReaderFeatures.header();

  /** For requests for a table's files: they should say when they are complete. */
  static final String QUERY = METADATA + ";includeendstreamaction=true";

  /** For requests for a table's files which the server may list in its own time. */
  static final String QUERY_LATER = QUERY + ";asyncquery=true";

  private Capabilities() {}

  /** {@return whether an answer's header promises a last line of its own} */
  static boolean promisesEnd(String header) {
    for (String part : header.toLowerCase(Locale.ROOT).split(";", -1)) {
      if (part.replace(" ", "").equals("includeendstreamaction=true")) {
        return true;
      }
    }
    return false;
  }
}
