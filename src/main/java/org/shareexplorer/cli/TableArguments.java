package org.shareexplorer.cli;

import org.shareexplorer.protocol.TableName;
import picocli.CommandLine.Parameters;

/** The three parts of a table's name, as separate arguments: a share's name may hold dots. */
final class TableArguments {

  @Parameters(index = "0", paramLabel = "SHARE", description = "The share.")
  private String share = "";

  @Parameters(index = "1", paramLabel = "SCHEMA", description = "The schema in it.")
  private String schema = "";

  @Parameters(index = "2", paramLabel = "TABLE", description = "The table in that.")
  private String table = "";

  TableName name() {
    return new TableName(share, schema, table);
  }
}
