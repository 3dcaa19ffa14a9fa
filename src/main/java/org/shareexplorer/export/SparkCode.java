package org.shareexplorer.export;

import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.shareexplorer.export.Recipe.Origin;
import org.shareexplorer.protocol.TableName;

/** Code for Spark with the Delta Sharing connector. */
final class SparkCode {

  private SparkCode() {}

  static String of(Recipe recipe) {
    return switch (recipe.origin()) {
      case Origin.Table(TableName table, OptionalLong version) -> of(table, version, recipe);
      case Origin.Query query ->
          """
          # Spark with the package io.delta:delta-sharing-spark_2.13; pip install duckdb
          # The query is in DuckDB's SQL, so DuckDB answers it over what Spark reads.
          import duckdb
          from pyspark.sql import SparkSession

          spark = SparkSession.builder.getOrCreate()
          %s

          %s

          rows = spark.createDataFrame(database.sql(%s).df())
          rows.show()
          """
              .formatted(
                  DuckDbCode.profiles(query),
                  DuckDbCode.loading(
                      query,
                      (profile, table) ->
                          "spark.read.format(\"deltaSharing\").load(%s).toPandas()"
                              .formatted(PythonCode.address(profile, table))),
                  DuckDbCode.quoted(recipe));
    };
  }

  private static String of(TableName table, OptionalLong version, Recipe recipe) {
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
    version.ifPresent(number -> line(code, ".option(\"versionAsOf\", " + number + ")"));
    line(code, ".load(" + PythonCode.address("profile", table) + ")");
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
