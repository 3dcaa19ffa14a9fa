package org.shareexplorer.engine;

/** What became of a row. */
public enum ChangeKind {
  /** It is new. */
  INSERT("inserted"),
  /** Some of its values are others. */
  UPDATE("updated"),
  /** It is gone. */
  DELETE("deleted");

  private final String text;

  ChangeKind(String text) {
    this.text = text;
  }

  /** {@return the kind as people read it} */
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
