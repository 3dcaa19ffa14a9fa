package org.shareexplorer.export;

/** Code for R, by way of Python's client: there is none for R that the protocol's makers keep. */
final class RCode {

  private RCode() {}

  static String of(Recipe recipe) {
    return """
    # install.packages("reticulate")
    library(reticulate)
    py_require(c(%s))
    py_run_string(r"------(
    %s
    )------")
    rows <- py$rows
    print(rows)
    """
        .formatted(
            recipe.origin() instanceof Recipe.Origin.Query
                ? "\"delta-sharing\", \"duckdb\""
                : "\"delta-sharing\"",
            String.join("\n", PythonCode.parts(recipe)));
  }
}
