package org.shareexplorer.engine;

import java.util.ArrayList;
import java.util.List;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Snapshot;

/** Which columns a question is about. */
final class NeededColumns {

  private NeededColumns() {}

  /** {@return the columns that a question reads, each once} */
  static List<Field> of(Question<?> question, Snapshot snapshot) {
    List<String> names =
        switch (question) {
          case HistogramQuestion q -> List.of(q.column());
          case BoxPlotQuestion q -> withOptional(q.column(), q.group().orElse(q.column()));
          case TimeSeriesQuestion q -> withOptional(q.time(), q.value().orElse(q.time()));
          case SummaryQuestion q -> q.columns();
        };
    return fields(names.stream().distinct().toList(), snapshot);
  }

  private static List<String> withOptional(String one, String other) {
    return one.equals(other) ? List.of(one) : List.of(one, other);
  }

  /** {@return the table's fields of these names, in that order} */
  static List<Field> fields(List<String> names, Snapshot snapshot) {
    List<Field> fields = new ArrayList<>();
    for (String name : names) {
      fields.add(
          snapshot
              .field(name)
              .orElseThrow(() ->
                  question(
                      "The table " + snapshot.name().table() + " has no column " + name + ".")));
    }
    return fields;
  }

  /** {@return the problem of a question that makes no sense} */
  static RuntimeException question(String why) {
    return new Problem(ProblemCode.QUESTION, why, "", "").asException();
  }
}
