package org.shareexplorer.provider.delta;

import org.apache.parquet.io.api.Binary;

/** A string that is written many times, encoded once. */
public final class Text {

  private final String string;
  private final Binary utf8;

  private Text(String string) {
    this.string = string;
    this.utf8 = Binary.fromString(string);
  }

  /** Encodes a string. */
  public static Text of(String string) {
    return new Text(string);
  }

  Binary utf8() {
    return utf8;
  }

  @Override
  public String toString() {
    return string;
  }
}
