package org.shareexplorer.engine;

import java.util.Optional;

/**
 * How a key follows from a row, as SQL: by itself, or in two steps, of which the first is taken for
 * each row, and the second for all rows that have the first in common.
 *
 * @param key the key of a row
 * @param common what a row has in common with others of the same key
 * @param ofCommon the key of that, which is in a column {@code s0} for the first key of a question
 * @param spans what the first step puts instants into, if it does
 */
record RowKey(String key, String common, String ofCommon, Optional<DaySpans> spans) {

  /** A key that is known without steps. */
  static RowKey of(int number, String value) {
    return new RowKey(value, value, "s" + number, Optional.empty());
  }
}
