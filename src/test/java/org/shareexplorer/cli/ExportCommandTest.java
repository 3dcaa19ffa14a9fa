package org.shareexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shareexplorer.export.FileFormat;

class ExportCommandTest extends OverDemoShare {

  private static CliRun run(String... arguments) {
    return command(
        Stream.concat(Stream.of("export", "external_retail", "retail"), Stream.of(arguments))
            .toArray(String[]::new));
  }

  private static Object duck(String sql) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getObject(1);
    }
  }

  @Test
  void theRowsOfAViewAreWrittenAsTheFilesNameSays() throws Exception {
    Path parquet = folder.resolve("all.parquet");
    Path csv = folder.resolve("some.csv");
    assertThat(run("sales_transactions", "--out", parquet.toString()).exitCode()).isZero();
    CliRun some =
        run(
            "sales_transactions",
            "--out",
            csv.toString(),
            "--columns",
            "total_amount,region",
            "--where",
            "total_amount > 500",
            "--order-by",
            "total_amount DESC");
    assertThat(some.err()).contains("CSV: Text without types").contains("some.csv: ");
    assertThat(
            duck(
                "SELECT string_agg(total_amount::VARCHAR, ' ') FROM read_csv('"
                    + csv
                    + "', all_varchar = true)"))
        .isEqualTo(
            duck(
                "SELECT string_agg(total_amount::VARCHAR, ' ' ORDER BY total_amount DESC) FROM '"
                    + parquet
                    + "' WHERE total_amount > 500"));
    assertThat(Files.readString(csv)).startsWith("total_amount,region\r\n");
  }

  @Test
  void aFileIsReplacedOnlyWhenThatIsAskedFor() throws Exception {
    Path file = folder.resolve("kept.jsonl");
    Files.writeString(file, "mine");
    CliRun refused = run("customers", "--out", file.toString());
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("is there already");
    assertThat(file).hasContent("mine");
    assertThat(run("customers", "--out", file.toString(), "--overwrite").exitCode()).isZero();
    assertThat(Files.readAllLines(file)).hasSize(300);
  }

  @Test
  void aQuerysRowsAreWrittenWhole() throws Exception {
    Path file = folder.resolve("answer.parquet");
    CliRun written =
        command("sql", "SELECT transaction_id FROM sales_transactions", "--out", file.toString());
    assertThat(written.exitCode()).isZero();
    assertThat(written.out()).isEmpty();
    assertThat((long) duck("SELECT count(DISTINCT transaction_id) FROM '" + file + "'"))
        .isGreaterThan(1_000);
  }

  @Test
  void otherEndingsAndUnknownColumnsAreRefusedInASentence() {
    CliRun ending = run("customers", "--out", folder.resolve("x.doc").toString());
    assertThat(ending.exitCode()).isEqualTo(2);
    assertThat(ending.err()).contains(".csv, .parquet, .jsonl, .xlsx");
    Path file = folder.resolve("x.csv");
    CliRun column = run("customers", "--columns", "nope", "--out", file.toString());
    assertThat(column.exitCode()).isEqualTo(1);
    assertThat(column.err()).contains("nope").contains("(question)");
    assertThat(file).doesNotExist();
  }

  @Test
  void standardOutputTakesRowsAndNothingElse() throws Exception {
    Path file = folder.resolve("piped.csv");
    assertThat(run("customers", "--out", file.toString()).exitCode()).isZero();
    CliRun csv = run("customers", "--out", "-");
    assertThat(csv.out()).isEqualTo(Files.readString(file));
    assertThat(csv.err()).contains("CSV: Text without types");
    CliRun lines = run("customers", "--out", "-", "--as", "JSONL");
    assertThat(lines.out().lines())
        .hasSize(300)
        .allMatch(line -> line.startsWith("{\"customer_id\":") && line.endsWith("}"));
    assertThat(command("sql", "FROM customers", "--out", "-").out().lines()).hasSize(301);
    assertThat(Path.of("-")).doesNotExist();
  }

  @Test
  void formatsAreCheckedBeforeAnythingIsRead() {
    CliRun binary = run("customers", "--out", "-", "--as", "parquet");
    assertThat(binary.exitCode()).isEqualTo(2);
    assertThat(binary.err()).contains("Parquet needs a file").doesNotContain("CSV:");
    CliRun unknown = run("customers", "--out", "-", "--as", "doc");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("csv, parquet, jsonl or xlsx").contains("doc");
    assertThat(FileFormat.of(Path.of("x.txt"))).isEmpty();
    Path file = folder.resolve("x.txt");
    assertThat(run("customers", "--out", file.toString(), "--as", "csv").exitCode()).isZero();
    assertThat(file).content().startsWith("customer_id,");
  }

  /** Takes some bytes, then none. */
  private static final class Narrow extends OutputStream {

    private final String refusal;
    private int left;
    private int refused;

    private Narrow(int left, String refusal) {
      this.left = left;
      this.refusal = refusal;
    }

    @Override
    public void write(int b) throws IOException {
      if (--left < 0) {
        refused++;
        throw new IOException(refusal);
      }
    }
  }

  @Test
  void aReaderThatHasHadEnoughEndsTheCommandCalmly() {
    for (String[] command :
        List.of(
            new String[] {
              "export", "external_retail", "retail", "sales_transactions", "--out", "-"
            },
            new String[] {"sql", "FROM sales_transactions", "--limit", "5000", "--json"})) {
      Narrow pipe = new Narrow(20_000, "Broken pipe");
      CliRun run = into(pipe, command);
      assertThat(run.exitCode()).isZero();
      assertThat(run.err()).doesNotContain("(");
      assertThat(pipe.refused).isEqualTo(1);
    }
  }

  @Test
  void anOutputThatLosesWhatItGatheredIsAProblem() {
    OutputStream gathering =
        new ByteArrayOutputStream() {
          @Override
          public void flush() throws IOException {
            throw new IOException("No space left on device");
          }
        };
    CliRun run = into(gathering, "ls");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("The output could not be written. The disk is full.");
  }

  @Test
  void anOutputThatIsFullIsAProblem() {
    for (String[] command :
        List.of(
            new String[] {
              "export", "external_retail", "retail", "sales_transactions", "--out", "-"
            },
            new String[] {"ls"},
            new String[] {"sql", "--help"})) {
      CliRun run = into(new Narrow(5, "No space left on device"), command);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("The output could not be written. The disk is full.");
    }
  }
}
