import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * Writes the conformance tables and what is in them. Arguments: the folder to write to, names of
 * tables (all if none).
 */
public final class Generate {
  final SparkSession spark;
  final Path root;

  private Generate(SparkSession spark, Path root) {
    this.spark = spark;
    this.root = root;
  }

  interface Writing {
    void to(Generate g, Path table) throws Exception;
  }

  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[0]).toAbsolutePath();
    Map<String, Writing> tables = new LinkedHashMap<>();
    Map<String, JavaTables.Making> foreign = new LinkedHashMap<>();
    JavaTables.add(foreign);
    DuckTables.add(foreign);
    List<String> wanted = List.of(args).subList(1, args.length);
    Files.createDirectories(root.resolve("truth"));
    for (var table : foreign.entrySet()) {
      if (wanted.isEmpty() || wanted.contains(table.getKey())) {
        try {
          delete(root.resolve("tables").resolve(table.getKey()));
          table.getValue().to(root, table.getKey());
          System.out.println("MADE " + table.getKey());
        } catch (Throwable e) {
          System.out.println("FAILED " + table.getKey() + ": " + e);
          if (Boolean.getBoolean("trace")) e.printStackTrace(System.out);
        }
      }
    }
    SparkTables.add(tables);
    if (!wanted.isEmpty() && wanted.stream().noneMatch(tables::containsKey)) {
      return;
    }
    SparkSession spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.datetime.java8API.enabled", "true")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.sql.shuffle.partitions", "1")
            .config("spark.default.parallelism", "1")
            .config("spark.databricks.delta.snapshotPartitions", "1")
            .config("spark.sql.parquet.datetimeRebaseModeInWrite", "CORRECTED")
            .config("spark.sql.parquet.int96RebaseModeInWrite", "CORRECTED")
            .config("spark.sql.warehouse.dir", root.resolve("warehouse").toString())
            .getOrCreate();
    spark.sparkContext().setLogLevel("ERROR");
    Generate g = new Generate(spark, root);
    for (var table : tables.entrySet()) {
      if (wanted.isEmpty() || wanted.contains(table.getKey())) {
        try {
          g.make(table.getKey(), table.getValue());
          System.out.println("MADE " + table.getKey());
        } catch (Throwable e) {
          System.out.println("FAILED " + table.getKey() + ": " + e);
          if (Boolean.getBoolean("trace")) e.printStackTrace(System.out);
        }
      }
    }
    spark.stop();
  }

  private void make(String name, Writing writing) throws Exception {
    Path table = root.resolve("tables").resolve(name);
    delete(table);
    Files.createDirectories(root.resolve("tables"));
    Files.createDirectories(root.resolve("truth"));
    writing.to(this, table);
    Truth.write(
        spark.read().format("delta").load(table.toString()),
        root.resolve("truth").resolve(name + ".jsonl"));
    tidy(table);
  }

  /** Checksums and files of Hadoop that no reader of the table needs. */
  static void tidy(Path table) throws Exception {
    try (Stream<Path> files = Files.walk(table)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".crc") || name.equals("_commits") || name.equals("_staged_commits"))
          delete(file);
      }
    }
  }

  static void delete(Path path) throws Exception {
    if (!Files.exists(path)) return;
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }

  /** Runs statements, one after the other; TABLE stands for the table. */
  void sql(Path table, String... statements) {
    for (String statement : statements) {
      spark.sql(statement.replace("TABLE_", "delta.`" + table + "`"));
    }
  }

  /** Runs with settings of the session. */
  void with(Map<String, String> settings, Runnable work) {
    settings.forEach((k, v) -> spark.conf().set(k, v));
    try {
      work.run();
    } finally {
      settings.forEach((k, v) -> spark.conf().unset(k));
      spark.conf().set("spark.sql.session.timeZone", "UTC");
      spark.conf().set("spark.sql.parquet.datetimeRebaseModeInWrite", "CORRECTED");
      spark.conf().set("spark.sql.parquet.int96RebaseModeInWrite", "CORRECTED");
    }
  }
}
