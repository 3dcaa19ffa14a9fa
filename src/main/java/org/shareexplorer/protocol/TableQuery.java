package org.shareexplorer.protocol;

import java.util.OptionalLong;

/**
 * What is asked of a table (protocol, "Read Data from a Table").
 *
 * @param asOf the version to read
 * @param limitHint rows wanted, as a hint: more may come, or all
 * @param hints which rows are wanted: files without any of them may be missing from the answer
 */
public record TableQuery(AsOf asOf, OptionalLong limitHint, PredicateHints hints) {

  /** All files of the newest version. */
  public static final TableQuery LATEST = of(AsOf.LATEST);

  /** {@return all files of a version} */
  public static TableQuery of(AsOf asOf) {
    return new TableQuery(asOf, OptionalLong.empty(), PredicateHints.NONE);
  }

  /** {@return the same of another version} */
  public TableQuery at(AsOf version) {
    return new TableQuery(version, limitHint, hints);
  }

  /** {@return the same, with hints on the rows that are wanted} */
  public TableQuery hinted(PredicateHints on) {
    return new TableQuery(asOf, limitHint, on);
  }
}
