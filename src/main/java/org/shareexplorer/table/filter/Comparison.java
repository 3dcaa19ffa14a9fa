package org.shareexplorer.table.filter;

/**
 * How a column's value stands to a given one. NaN is in no range: it is neither less nor greater
 * than any number, and equal to NaN alone. Texts are ordered by their UTF-8 bytes.
 */
public enum Comparison {
  EQUAL("="),
  NOT_EQUAL("<>"),
  LESS("<"),
  AT_MOST("<="),
  GREATER(">"),
  AT_LEAST(">=");

  private final String sign;

  Comparison(String sign) {
    this.sign = sign;
  }

  /** {@return the sign that SQL has for it} */
  public String sign() {
    return sign;
  }

  /** {@return whether it is about an order, which not all types have} */
  public boolean ordering() {
    return this != EQUAL && this != NOT_EQUAL;
  }

  /** {@return the same seen from the other side} */
  Comparison turned() {
    return switch (this) {
      case EQUAL, NOT_EQUAL -> this;
      case LESS -> GREATER;
      case AT_MOST -> AT_LEAST;
      case GREATER -> LESS;
      case AT_LEAST -> AT_MOST;
    };
  }
}
