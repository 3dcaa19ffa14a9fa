package org.shareexplorer.ui.preferences;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.shareexplorer.ui.table.SizeText;

/**
 * A size that the cache may have.
 *
 * @param bytes empty for the usual one
 * @param usual bytes that are usual here
 */
record CacheChoice(OptionalLong bytes, long usual) {

  private static final long GB = 1_000_000_000L;

  /** {@return what there is to choose from, and what is chosen already} */
  static List<CacheChoice> all(long usual, OptionalLong chosen) {
    List<CacheChoice> all = new ArrayList<>();
    all.add(new CacheChoice(OptionalLong.empty(), usual));
    LongStream.concat(LongStream.of(1, 2, 5, 10, 20, 50, 100).map(n -> n * GB), chosen.stream())
        .sorted()
        .distinct()
        .forEach(bytes -> all.add(new CacheChoice(OptionalLong.of(bytes), usual)));
    return all;
  }

  @Override
  public String toString() {
    return bytes.isPresent()
        ? SizeText.of(bytes.getAsLong())
        : "10 GB, or a tenth of what is free (" + SizeText.of(usual) + ")";
  }
}
