package org.shareexplorer.engine;

import org.shareexplorer.table.DataFile;

/** What to call a data file in sentences. */
final class DataFileName {

  private DataFileName() {}

  /** {@return the last part of the address's path, without its signature} */
  static String of(DataFile file) {
    String shown = file.address().toString();
    return shown.substring(shown.lastIndexOf('/') + 1);
  }
}
