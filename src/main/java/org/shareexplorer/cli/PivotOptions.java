package org.shareexplorer.cli;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.sql.Pivot;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import picocli.CommandLine.Option;

/** What a pivot puts together, in options. */
final class PivotOptions {

  private static final int MOST_COLUMNS = 100;

  @Option(
      names = "--rows",
      paramLabel = "A,B:STEP",
      split = ",",
      description = {
        "A row for each group of these columns (default: one row for all). Dates and timestamps may be cut to steps: transaction_date:month; day, week, month, quarter or year."
      })
  private List<String> rows = List.of();

  @Option(
      names = "--columns",
      paramLabel = "NAME:STEP",
      description = "Columns for each group of this column, and one for all of them.")
  private @Nullable String across;

  @Option(
      names = "--values",
      paramLabel = "A,B",
      split = ",",
      description = "The columns that figures are computed of (default: rows are counted).")
  private List<String> values = List.of();

  @Option(
      names = "--aggregate",
      paramLabel = "HOW",
      split = ",",
      description = {
        "sum, mean, count, min, max, distinct, median or deviation; several make a column each (default: sum with --values)."
      })
  private List<Aggregate> aggregates = List.of();

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "10",
      description =
          "How many groups of --columns at most, those with the most rows; all others make one column together (default: ${DEFAULT-VALUE}).")
  private int most;

  /**
   * {@return the pivot of a table's columns}
   *
   * @throws ProblemException with code {@code QUESTION} if they do not fit
   */
  Pivot pivot(List<Field> fields, ZoneId zone) {
    Numbers.atLeast(1, most, "--most");
    List<Pivot.Key> keys = rows.stream().map(text -> key(text, fields)).toList();
    Optional<Pivot.Across> heads =
        Optional.ofNullable(across)
            .map(text -> head(text, fields))
            .map(key -> new Pivot.Across(key, Math.min(most, MOST_COLUMNS)));
    return new Pivot(keys, heads, values(fields), zone);
  }

  private static Pivot.Key key(String text, List<Field> fields) {
    Optional<Field> plain = find(text, fields);
    int colon = text.lastIndexOf(':');
    if (plain.isPresent() || colon < 0) {
      return new Pivot.Key(groups(plain.orElseGet(() -> named(text, fields))), Optional.empty());
    }
    Field field = named(text.substring(0, colon), fields);
    if (!field.type().temporal()) {
      throw wrong(
          "The column " + field.name() + " has no steps in time.",
          "It is of type " + field.type().text() + ", not of dates or timestamps.",
          "Leave “" + text.substring(colon) + "” out.");
    }
    return new Pivot.Key(field, Optional.of(step(text.substring(colon + 1))));
  }

  private static Bucket step(String word) {
    return Arrays.stream(Bucket.values())
        .filter(bucket -> bucket.name().equals(word.strip().toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            wrong(
                "The step in time “" + word + "” is not known.",
                "",
                "Use day, week, month, quarter or year."));
  }

  /** Groups of floating point numbers have no names that a column could bear. */
  private static Pivot.Key head(String text, List<Field> fields) {
    Pivot.Key key = key(text, fields);
    DataType type = key.field().type();
    if (type == Simple.FLOAT || type == Simple.DOUBLE) {
      throw wrong(
          "The column " + key.field().name() + " cannot be split by.",
          "It is of floating point numbers.",
          "Choose another column, or put it among --rows.");
    }
    return key;
  }

  private static Field groups(Field field) {
    if (field.type().nested() || field.type() == Simple.BINARY) {
      throw wrong(
          "The rows cannot be put together by the column " + field.name() + ".",
          "It is of type " + field.type().text() + ".",
          "Choose another column.");
    }
    return field;
  }

  private List<Pivot.Value> values(List<Field> fields) {
    if (values.isEmpty()) {
      if (aggregates.stream().anyMatch(aggregate -> aggregate != Aggregate.COUNT)) {
        throw wrong(
            "It is not said what is to be computed of which column.",
            "",
            "Name columns with --values, or count rows.");
      }
      return List.of(new Pivot.Value(Aggregate.COUNT, Optional.empty()));
    }
    List<Pivot.Value> all = new ArrayList<>();
    for (String name : values) {
      Field field = named(name, fields);
      for (Aggregate aggregate : aggregates.isEmpty() ? List.of(Aggregate.SUM) : aggregates) {
        if (!aggregate.fits(field.type())) {
          throw wrong(
              "The "
                  + aggregate.name().toLowerCase(Locale.ROOT)
                  + " of the column "
                  + name
                  + " cannot be computed.",
              "It is of type " + field.type().text() + ".",
              "Choose another column, or count its values.");
        }
        all.add(new Pivot.Value(aggregate, Optional.of(field)));
      }
    }
    return all;
  }

  private static Optional<Field> find(String name, List<Field> fields) {
    return fields.stream().filter(field -> field.name().equals(name.strip())).findFirst();
  }

  private static Field named(String name, List<Field> fields) {
    return find(name, fields)
        .orElseThrow(() ->
            wrong(
                "The table has no column " + name.strip() + ".",
                "",
                fields.stream()
                    .map(Field::name)
                    .filter(known -> known.equalsIgnoreCase(name.strip()))
                    .findFirst()
                    .map(known -> "Did you mean " + known + "?")
                    .orElse("Choose one of the table's columns.")));
  }

  private static ProblemException wrong(String what, String why, String remedy) {
    return new Problem(ProblemCode.QUESTION, what, why, remedy).asException();
  }
}
