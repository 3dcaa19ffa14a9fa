package org.shareexplorer.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where else rows can be had, by code that a recipient can run. */
public enum CodeLanguage {
  PYTHON("Python", ".py"),
  PYSPARK("PySpark", ".py"),
  R("R", ".R"),
  DUCKDB("DuckDB", ".py"),
  POWER_BI("Power BI", ".m");

  private final String title;
  private final String ending;

  CodeLanguage(String title, String ending) {
    this.title = title;
    this.ending = ending;
  }

  /** {@return what people call it} */
  public String title() {
    return title;
  }

  /** {@return how files of it are called, such as {@code .py}} */
  public String ending() {
    return ending;
  }

  /**
   * Writes the code into a file.
   *
   * @throws org.shareexplorer.problem.ProblemException with code {@code DISK} if it cannot be
   *     written
   */
  public void save(Recipe recipe, Path file) {
    WholeFile.write(file, code(recipe).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * {@return code that has the same rows, with a placeholder for the credential, and nothing of any
   * secret}
   */
  public String code(Recipe recipe) {
    return switch (this) {
      case PYTHON -> PythonCode.whole(recipe);
      case PYSPARK -> SparkCode.of(recipe);
      case R -> RCode.of(recipe);
      case DUCKDB -> DuckDbCode.of(recipe);
      case POWER_BI -> PowerQueryCode.of(recipe);
    };
  }
}
