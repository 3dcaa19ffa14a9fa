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

  /** Of rows, names or values; or bookkeeping of the log, which is the server's own affair. */
  private static final Set<String> KNOWN =
      new TreeSet<>(
          Set.of(
              "catalogmanaged",
              "columnmapping",
              "deletionvectors",
              "timestampntz",
              "typewidening",
              "typewidening-preview",
              "v2checkpoint",
              "vacuumprotocolcheck",
              "variantshredding",
              "variantshredding-preview",
              "varianttype",
              "varianttype-preview"));

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
