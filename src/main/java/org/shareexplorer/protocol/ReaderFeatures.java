package org.shareexplorer.protocol;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The table features that this application reads rightly, in one place (Delta protocol, "Table
 * Features"). What stands here is offered to servers; a table that needs anything else is refused
 * before a byte of its data is read.
 */
final class ReaderFeatures {

  /**
   * Rows, names, values, or bookkeeping of the log that a server keeps to itself. Not yet: type
   * widening, variant.
   */
  private static final Set<String> KNOWN =
      new TreeSet<>(
          Set.of(
              "columnmapping",
              "deletionvectors",
              "timestampntz",
              "v2checkpoint",
              "vacuumprotocolcheck"));

  private ReaderFeatures() {}

  /** {@return the features as the capabilities header lists them} */
  static String header() {
    return String.join(",", KNOWN);
  }

  /** {@return the first feature that is not known here} */
  static Optional<String> unknown(Collection<String> features) {
    return features.stream()
        .filter(feature -> !KNOWN.contains(feature.toLowerCase(Locale.ROOT)))
        .sorted()
        .findFirst();
  }
}
