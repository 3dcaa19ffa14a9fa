package org.shareexplorer.export;

import java.util.stream.Collectors;

/** Code for Spark with the Delta Sharing connector. */
final class SparkCode {

  private SparkCode() {}

  static String of(Recipe recipe) {
    StringBuilder code =
        new StringBuilder(
            """
            # Spark with the package io.delta:delta-sharing-spark_2.13
            from pyspark.sql import SparkSession
            from pyspark.sql import functions as F

            spark = SparkSession.builder.getOrCreate()
            %s
            rows = (
                spark.read.format("deltaSharing")
            """
                .formatted(PythonCode.profile()));
    recipe.version().ifPresent(version -> line(code, ".option(\"versionAsOf\", " + version + ")"));
    line(code, ".load(" + PythonCode.address(recipe.table()) + ")");
    if (!recipe.view().filter().matchesAll()) {
      SqlPhrases sql =
          new SqlPhrases(SparkCode::name, SparkCode::text, "TIMESTAMP", "TIMESTAMP_NTZ");
      line(
          code,
          ".where(" + PythonText.quoted(new Conditions(sql).truth(recipe.view().filter())) + ")");
    }
    if (!recipe.view().order().isEmpty()) {
      line(
          code,
          recipe.view().order().stream()
              .map(order ->
                  "F.col(%s).%s_nulls_last()"
                      .formatted(
                          PythonText.quoted(name(order.column())),
                          order.descending() ? "desc" : "asc"))
              .collect(Collectors.joining(", ", ".orderBy(", ")")));
    }
    if (!recipe.columns().isEmpty()) {
      line(
          code,
          ".select("
              + PythonText.list(recipe.columns().stream().map(SparkCode::name).toList())
              + ")");
    }
    return code.append(")\nrows.show()\n").toString();
  }

  private static void line(StringBuilder code, String line) {
    code.append("    ").append(line).append('\n');
  }

  private static String name(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  private static String text(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
