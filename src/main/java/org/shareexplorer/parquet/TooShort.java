package org.shareexplorer.parquet;

/** Says that the first bytes of a page are too few for the rows wanted of it. */
final class TooShort extends RuntimeException {

  private static final long serialVersionUID = 1;

  TooShort() {
    super("too few bytes", null, false, false);
  }
}
