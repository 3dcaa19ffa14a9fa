package org.shareexplorer.dashboard.retail;

import java.util.List;
import java.util.Optional;
import org.shareexplorer.dashboard.TableReference;
import org.shareexplorer.table.Field;

/**
 * A table that may be one of customers or of sales.
 *
 * @param fields its columns
 */
public record Candidate(TableReference table, List<Field> fields) {

  /** Copies the columns. */
  public Candidate {
    fields = List.copyOf(fields);
  }

  /** {@return the column of that name} */
  public Optional<Field> column(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** {@return what people call the connection; blank if it does not matter} */
  String connection() {
    return table.connection().orElse("");
  }
}
