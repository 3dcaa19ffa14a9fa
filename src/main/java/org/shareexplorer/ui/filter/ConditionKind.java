package org.shareexplorer.ui.filter;

import java.util.ArrayList;
import java.util.List;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;

/** The ways to put a condition by click. */
enum ConditionKind {
  BETWEEN("is from … to …"),
  ONE_OF("is one of"),
  NONE_OF("is none of"),
  CONTAINS("contains"),
  LACKS("does not contain"),
  STARTS("starts with"),
  ENDS("ends with"),
  EQUAL("is"),
  OTHER("is not"),
  TRUE("is true"),
  FALSE("is false"),
  NULL("is null"),
  PRESENT("is not null"),
  WRITTEN("written by hand");

  private final String words;

  ConditionKind(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }

  /** {@return whether it takes a text in one field} */
  boolean single() {
    return switch (this) {
      case CONTAINS, LACKS, STARTS, ENDS, EQUAL, OTHER, WRITTEN -> true;
      default -> false;
    };
  }

  /** {@return whether it takes values that are ticked} */
  boolean listed() {
    return this == ONE_OF || this == NONE_OF;
  }

  /** {@return those that fit a type, the likeliest first} */
  static List<ConditionKind> of(DataType type) {
    List<ConditionKind> kinds = new ArrayList<>();
    if (type == Simple.STRING) {
      kinds.addAll(List.of(ONE_OF, NONE_OF, CONTAINS, LACKS, STARTS, ENDS));
    } else if (type == Simple.BOOLEAN) {
      kinds.addAll(List.of(TRUE, FALSE));
    } else if (type.numeric() || type.temporal()) {
      kinds.addAll(List.of(BETWEEN, EQUAL, OTHER, ONE_OF, NONE_OF));
    } else if (type == Simple.BINARY) {
      kinds.addAll(List.of(EQUAL, OTHER));
    }
    kinds.addAll(List.of(NULL, PRESENT, WRITTEN));
    return kinds;
  }
}
