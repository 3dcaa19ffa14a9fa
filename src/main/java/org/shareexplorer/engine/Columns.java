package org.shareexplorer.engine;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.Field;

/** A table's columns, as a question names them. */
record Columns(List<Field> fields) {

  /**
   * {@return the column of that name}
   *
   * @throws ProblemException if there is none
   */
  Field named(String name) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  /** {@return the column of that name, which must be of numbers} */
  Field numeric(String name) {
    return fitting(name, DataType::numeric, "numbers");
  }

  /** {@return the column of that name, which must be of dates or timestamps} */
  Field temporal(String name) {
    return fitting(name, DataType::temporal, "dates or timestamps");
  }

  /** {@return the column of that name, which must be of values that can be told apart} */
  Field simple(String name) {
    return fitting(name, SqlText::comparable, "simple values");
  }

  private Field fitting(String name, Predicate<DataType> fits, String needed) {
    Field field = named(name);
    if (!fits.test(field.type())) {
      throw new Problem(
              ProblemCode.QUESTION,
              "The column " + name + " does not fit this question.",
              "It is of type "
                  + field.type().text()
                  + ", and a column of "
                  + needed
                  + " is needed.",
              "Choose another column.")
          .asException();
    }
    return field;
  }

  private ProblemException unknown(String name) {
    String similar =
        fields.stream()
            .map(Field::name)
            .filter(known -> known.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
            .findFirst()
            .map(known -> "Did you mean " + known + "?")
            .orElse("Choose one of the table's columns.");
    return new Problem(ProblemCode.QUESTION, "The table has no column " + name + ".", "", similar)
        .asException();
  }
}
