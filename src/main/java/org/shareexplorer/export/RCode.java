package org.shareexplorer.export;

/** Code for R, by way of Python's client: there is none for R that the protocol's makers keep. */
final class RCode {

  private RCode() {}

  static String of(Recipe recipe) {
    return """
    # install.packages("reticulate")
    library(reticulate)
    py_require("delta-sharing")
    py_run_string(r"------(
    %s
    )------")
    rows <- py$rows
    print(rows)
    """
        .formatted(
            String.join(
                "\n", PythonCode.parts(recipe).subList(0, PythonCode.parts(recipe).size() - 1)));
  }
}
