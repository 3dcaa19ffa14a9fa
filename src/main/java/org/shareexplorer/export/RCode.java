package org.shareexplorer.export;

/** Code for R, by way of Python's client: there is none for R that the protocol's makers keep. */
final class RCode {

  /** Else decimals and days would be Python's objects in R, and large numbers other numbers. */
  private static final String FOR_R =
      """
      import datetime
      import decimal

      # R's numbers have 15 digits: what has more becomes text.
      rows = rows.copy()
      days = []
      for name in list(rows.columns):
          column = rows[name]
          kinds = {type(value) for value in column.dropna()} if column.dtype == object else set()
          if kinds == {decimal.Decimal}:
              exact = all(decimal.Decimal(repr(float(value))) == value for value in column.dropna())
              column = column.astype("float64") if exact else column.map(str, na_action="ignore")
          elif kinds == {datetime.date}:
              days.append(name)
              column = column.map(str, na_action="ignore")
          elif column.dtype.kind in "iu" and len(column) and max(-int(column.min()), int(column.max())) > 2**53:
              column = column.map(str)
          rows[name] = column.where(column.notna(), None) if column.dtype == object else column\
      """;

  private RCode() {}

  static String of(Recipe recipe) {
    return """
    # install.packages("reticulate")
    library(reticulate)
    needed <- c(%s)
    # Before reticulate 1.41: py_install(needed), once.
    if (exists("py_require")) py_require(needed)
    py_run_string(r"------(
    %s

    %s
    )------")
    rows <- py$rows
    one <- function(value) is.null(value) || (is.atomic(value) && length(value) == 1)
    rows[] <- lapply(rows, function(column) {
      if (!is.list(column) || !all(vapply(column, one, TRUE))) return(column)
      unlist(c(list(NA), lapply(column, function(value) if (is.null(value)) NA else value)))[-1]
    })
    for (name in py$days) rows[[name]] <- as.Date(rows[[name]])
    print(rows)
    """
        .formatted(
            recipe.origin() instanceof Recipe.Origin.Query
                ? "\"delta-sharing\", \"duckdb\""
                : "\"delta-sharing\"",
            String.join("\n", PythonCode.parts(recipe)),
            FOR_R);
  }
}
