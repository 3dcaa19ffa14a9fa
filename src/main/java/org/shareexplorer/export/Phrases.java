package org.shareexplorer.export;

import java.util.List;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Comparison;

/**
 * What a language has for conditions. Each phrase is true of rows that match, and false, or unknown
 * where the language has that, of all others; a null value never matches.
 */
interface Phrases {

  /** {@return the condition that holds whenever this one is false} */
  String not(String condition);

  String all(List<String> conditions);

  String any(List<String> conditions);

  String yes();

  String no();

  /** {@return that there is a value} */
  String present(Field column);

  /** {@return a comparison; NaN is in no range} */
  String compared(Field column, Comparison comparison, Object value);

  String oneOf(Field column, List<Object> values);

  /** {@return that a text is of a pattern of SQL, with a backslash as its escape} */
  String like(Field column, String pattern, boolean anyCase);
}
