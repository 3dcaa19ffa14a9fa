package org.shareexplorer.protocol;

import java.util.OptionalLong;

/**
 * What is asked of a table (protocol, "Read Data from a Table").
 *
 * @param version the version to read, or the newest if empty
 * @param limitHint rows wanted, as a hint: more may come, or all
 */
public record TableQuery(OptionalLong version, OptionalLong limitHint) {

  /** All files of the newest version. */
  public static final TableQuery LATEST =
      new TableQuery(OptionalLong.empty(), OptionalLong.empty());
}
