package org.shareexplorer.protocol;

import java.util.OptionalLong;

/**
 * What is asked of a table (protocol, "Read Data from a Table").
 *
 * @param asOf the version to read
 * @param limitHint rows wanted, as a hint: more may come, or all
 */
public record TableQuery(AsOf asOf, OptionalLong limitHint) {

  /** All files of the newest version. */
  public static final TableQuery LATEST = of(AsOf.LATEST);

  /** {@return all files of a version} */
  public static TableQuery of(AsOf asOf) {
    return new TableQuery(asOf, OptionalLong.empty());
  }
}
