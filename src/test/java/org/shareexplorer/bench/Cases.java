package org.shareexplorer.bench;

import java.util.List;
import java.util.stream.Stream;
import org.shareexplorer.engine.HistogramQuestion;
import org.shareexplorer.engine.MomentsQuestion;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.RowPage;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.ProviderStatistics;

/** All that is measured. */
final class Cases {

  private static final List<String> TWENTY = BenchColumns.ORDER.names();
  private static final int SEVERAL = 5;

  private Cases() {}

  static final List<Case> ALL =
      Stream.of(
              reading(), Drawing.CASES, List.of(FirstLooks.CASE, Frames.CASE, ScrolledFrames.CASE))
          .flatMap(List::stream)
          .toList();

  private static List<Case> reading() {
    return List.of(
        new Case(
            "first-rows",
            "First 1,000 rows × 20 columns of a file of 1M rows, 240 MB, with offset index",
            "≤ 0.45 s, ≤ 1.2 MB; again ≤ 0.1 s, 0 data bytes",
            List.of("indexed"),
            List.of(
                new Case.Way("page prefixes", SEVERAL, box -> firstRows(box, "indexed")),
                new Case.Way("opened again", SEVERAL, box -> firstRowsAgain(box, "indexed")),
                Case.Way.slow("whole file", box -> firstRowsOfWhole(box, "indexed")))),
        new Case(
            "wide",
            "The same of a file of 200 columns, the first 20 on screen",
            "≤ 0.8 s",
            List.of("wide"),
            List.of(
                new Case.Way("page prefixes", SEVERAL, box -> firstRows(box, "wide")),
                Case.Way.slow("whole file", box -> firstRowsOfWhole(box, "wide")))),
        new Case(
            "giant-pages",
            "The same of a file with one page per column and row group",
            "≤ 2 s, ≤ 15 MB",
            List.of("giant"),
            List.of(
                new Case.Way("page prefixes", SEVERAL, box -> firstRows(box, "giant")),
                Case.Way.slow("whole file", box -> firstRowsOfWhole(box, "giant")))),
        new Case(
            "far-rows",
            "200 rows from row 500,000, footer cached",
            "≤ 0.3 s",
            List.of("indexed"),
            List.of(
                new Case.Way("pages", SEVERAL, box -> farRows(box, "indexed")),
                new Case.Way("giant pages", SEVERAL, box -> farRows(box, "giant")))),
        new Case(
            "mean",
            "Mean and standard deviation of one column, 8M rows in 4 files",
            "bytes ≤ 1.05 × the column's chunks; seconds ≤ 1.3 × their wire time; again, and a"
                + " histogram: ≤ 0.3 s, 0 bytes",
            List.of("sales"),
            List.of(
                new Case.Way("column chunks", 3, Cases::mean),
                new Case.Way("asked again", 3, Cases::meanAgain),
                new Case.Way("a histogram of it then", 3, Cases::histogramThen),
                new Case.Way("asked again after a restart", 3, Cases::meanAfterRestart),
                new Case.Way("a histogram after a restart", 3, Cases::histogramAfterRestart),
                Case.Way.slow(
                    "whole files",
                    box ->
                        box.measured(() ->
                            WholeFiles.answer(
                                box,
                                "sales",
                                "SELECT avg(amount) || ', ' || stddev_samp(amount) FROM files",
                                4))))),
        new Case(
            "deletions",
            "Histogram of one column of 8M rows, of which 5 % are deleted",
            "≤ 1.5 × the same without deletions",
            List.of("sales", "deleted"),
            List.of(
                new Case.Way("with deletion vectors", 3, box -> histogram(box, "deleted")),
                new Case.Way("without", 3, box -> histogram(box, "sales")))),
        new Case(
            "many-files",
            "First rows of a table of 400,000 files",
            "≤ 3 s after the answer begins to arrive; memory in budget",
            List.of("listing"),
            List.of(
                new Case.Way("first rows", 3, box -> firstRows(box, "listing")),
                Case.Way.slow("last rows once all are listed", Cases::lastRows))),
        new Case(
            "statistics",
            "Least, greatest and null share of all columns, where the provider gives statistics",
            "≤ 0.3 s after the query's answer, 0 data bytes",
            List.of("sales", "listing"),
            List.of(
                new Case.Way("of 4 files", 3, box -> statistics(box, "sales")),
                Case.Way.slow("of 400 000 files", box -> statistics(box, "listing")))));
  }

  private static Box.Run firstRows(Box box, String table) throws Exception {
    return box.measured(() -> firstRows(box.open(table)));
  }

  private static Box.Run firstRowsAgain(Box box, String table) throws Exception {
    var _ = firstRows(box.open(table));
    return box.measured(() -> firstRows(box.open(table)));
  }

  private static String firstRows(OpenTable table) {
    RowPage page = table.rows(0, 1_000, TWENTY, Job.unattended());
    return page.rows().size() + " rows, " + page.value(999, 9);
  }

  private static Box.Run firstRowsOfWhole(Box box, String table) throws Exception {
    return box.measured(() ->
        WholeFiles.answer(
            box,
            table,
            "SELECT count(*) || ' rows, ' || max_by(device, order_id) FROM (SELECT * FROM files"
                + " LIMIT 1000)",
            1));
  }

  private static Box.Run farRows(Box box, String table) throws Exception {
    OpenTable open = box.open(table);
    var _ = open.rows(0, 200, TWENTY, Job.unattended());
    return box.measured(
        () -> String.valueOf(open.rows(500_000, 200, TWENTY, Job.unattended()).value(0, 0)));
  }

  private static String mean(OpenTable table) {
    return table.ask(new MomentsQuestion("amount"), Job.unattended()).toString();
  }

  private static Box.Run mean(Box box) throws Exception {
    OpenTable table = box.open("sales");
    return box.measured(() -> mean(table));
  }

  /** By a window that opens the table anew. */
  private static Box.Run meanAgain(Box box) throws Exception {
    var _ = mean(box.open("sales"));
    OpenTable table = box.open("sales");
    return box.measured(() -> mean(table));
  }

  /** What was fetched is on disk; nothing is in memory, and the database is to be opened. */
  private static Box.Run meanAfterRestart(Box box) throws Exception {
    var _ = mean(box.open("sales"));
    box.restart();
    OpenTable table = box.open("sales");
    return box.measured(() -> mean(table));
  }

  private static Box.Run histogramAfterRestart(Box box) throws Exception {
    var _ = mean(box.open("sales"));
    box.restart();
    return histogram(box, "sales");
  }

  private static Box.Run histogramThen(Box box) throws Exception {
    OpenTable table = box.open("sales");
    var _ = mean(table);
    return box.measured(() -> histogram(table));
  }

  private static Box.Run histogram(Box box, String name) throws Exception {
    OpenTable table = box.open(name);
    return box.measured(() -> histogram(table));
  }

  private static String histogram(OpenTable table) {
    return table
        .ask(
            new HistogramQuestion(
                "amount",
                new HistogramQuestion.Bins.Count(30),
                HistogramQuestion.Scale.LINEAR,
                false),
            Job.unattended())
        .toString();
  }

  private static Box.Run lastRows(Box box) throws Exception {
    return box.measured(() -> {
      OpenTable table = box.open("listing").completed(Job.unattended());
      long rows = table.rowCount().orElseThrow();
      RowPage page = table.rows(rows - 100, 100, TWENTY, Job.unattended());
      return table.snapshot().files().size() + " files, " + page.value(99, 0);
    });
  }

  private static Box.Run statistics(Box box, String name) throws Exception {
    OpenTable table = box.open(name).completed(Job.unattended());
    return box.measured(() -> {
      ProviderStatistics said = ProviderStatistics.of(table.snapshot(), Job.unattended());
      return said.rows() + " rows, " + said.columns().get(2);
    });
  }
}
