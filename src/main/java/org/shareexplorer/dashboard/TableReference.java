package org.shareexplorer.dashboard;

import java.util.Optional;
import java.util.OptionalLong;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.TableName;

/**
 * Which table a dashboard is about, without a word on where its provider is.
 *
 * @param connection what a person calls the connection; empty for whichever has such a table
 * @param name the table's name there
 * @param version the version that is always shown; the newest one if empty
 */
public record TableReference(Optional<String> connection, TableName name, OptionalLong version) {

  /** The newest version of a table of whichever connection has it. */
  public TableReference(TableName name) {
    this(Optional.empty(), name, OptionalLong.empty());
  }

  /** {@return the version wanted} */
  public AsOf asOf() {
    return version.isPresent() ? AsOf.version(version.getAsLong()) : AsOf.LATEST;
  }
}
