package org.shareexplorer.table;

import java.util.Comparator;

/** The order of a type's values: of texts by code points, of numbers by size. */
public final class ValueOrder {

  private ValueOrder() {}

  /**
   * {@return the order of a type's values}
   *
   * @param type of values that are {@link Comparable}
   */
  public static Comparator<Object> of(DataType type) {
    if (type == DataType.Simple.STRING) {
      return (a, b) -> texts((String) a, (String) b);
    }
    if (type == DataType.Simple.BINARY) {
      return Comparator.comparing(Object::toString);
    }
    return ValueOrder::natural;
  }

  @SuppressWarnings("unchecked") // Values of one type are of one comparable class.
  private static int natural(Object a, Object b) {
    return ((Comparable<Object>) a).compareTo(b);
  }

  private static int texts(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        // What lies beyond 16 bits is written in surrogates, which come before other characters.
        return Character.isSurrogate(x) == Character.isSurrogate(y)
            ? Character.compare(x, y)
            : Character.isSurrogate(x) ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
