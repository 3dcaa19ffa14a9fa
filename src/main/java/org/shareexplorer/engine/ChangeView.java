package org.shareexplorer.engine;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which changed rows are wanted, and how their two states are found together.
 *
 * @param kinds what became of them
 * @param firstVersion the first version that counts
 * @param lastVersion the last one
 * @param text a part of one of their values, before or after, in upper or lower case; empty for any
 * @param key columns by which a row's states before and after are matched; where a feed tells
 *     updates, none means the order in which they stand there
 */
public record ChangeView(
    Set<ChangeKind> kinds, long firstVersion, long lastVersion, String text, List<String> key) {

  /** All changed rows. */
  public static final ChangeView ALL =
      new ChangeView(EnumSet.allOf(ChangeKind.class), 0, Long.MAX_VALUE, "", List.of());

  /** Takes copies. */
  public ChangeView {
    kinds = Set.copyOf(kinds);
    key = List.copyOf(key);
  }

  /** {@return the same of other kinds} */
  public ChangeView withKinds(Set<ChangeKind> others) {
    return new ChangeView(others, firstVersion, lastVersion, text, key);
  }

  /** {@return the same of other versions} */
  public ChangeView withVersions(long first, long last) {
    return new ChangeView(kinds, first, last, text, key);
  }

  /** {@return the same with another text} */
  public ChangeView withText(String other) {
    return new ChangeView(kinds, firstVersion, lastVersion, other, key);
  }

  /** {@return the same with another key} */
  public ChangeView withKey(List<String> others) {
    return new ChangeView(kinds, firstVersion, lastVersion, text, others);
  }
}
