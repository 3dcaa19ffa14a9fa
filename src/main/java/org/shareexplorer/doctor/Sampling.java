package org.shareexplorer.doctor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.HttpRanges;
import org.shareexplorer.net.RangeReader;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.FileLine;
import org.shareexplorer.protocol.ListedTable;
import org.shareexplorer.protocol.PredicateHints;
import org.shareexplorer.protocol.Share;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.TableHead;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.protocol.TableQuery;

/** The last steps: what is shared, where one table's files are, the first bytes of one of them. */
final class Sampling {

  /** Tables to try until one has a file. */
  private static final int MOST_TABLES = 5;

  /** Shares to look for tables in. */
  private static final int MOST_SHARES = 20;

  private static final int FIRST_BYTES = 4;

  private static final TableQuery ONE_ROW =
      new TableQuery(AsOf.LATEST, OptionalLong.of(1), PredicateHints.NONE);

  private final SharingClient client;
  private final Http http;
  private final Chart chart;
  private final Job job;

  Sampling(SharingClient client, Http http, Chart chart, Job job) {
    this.client = client;
    this.http = http;
    this.chart = chart;
    this.job = job;
  }

  /** One file is enough; the rest of the answer is not waited for. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super(null, null, false, false);
    }
  }

  /** Goes on from what is shared. */
  void look(List<Share> shares, Optional<TableName> wanted) {
    chart.begin(Step.LIST);
    List<TableName> tables;
    try {
      tables = listed(shares, wanted);
    } catch (ProblemException e) {
      chart.failed(e.problem(), "");
      return;
    }
    if (!tables.isEmpty()) {
      query(tables).ifPresent(this::read);
    }
  }

  private List<TableName> listed(List<Share> shares, Optional<TableName> wanted) {
    chart.fact(new Fact("Shares", Integer.toString(shares.size())));
    if (shares.isEmpty()) {
      chart.noted("Nothing is shared with this credential. Ask the provider to grant it a share.");
      return List.of();
    }
    String count = Approach.count(shares.size(), "share", "shares");
    if (wanted.isPresent()) {
      chart.passed(count + ".");
      return List.of(wanted.get());
    }
    for (Share share : shares.subList(0, Math.min(MOST_SHARES, shares.size()))) {
      List<ListedTable> tables = client.allTables(share.name(), job);
      if (!tables.isEmpty()) {
        chart.fact(new Fact("Tables of " + share.name(), Integer.toString(tables.size())));
        chart.passed(
            count
                + "; "
                + share.name()
                + " has "
                + Approach.count(tables.size(), "table", "tables")
                + ".");
        return tables.stream().limit(MOST_TABLES).map(ListedTable::name).toList();
      }
    }
    chart.noted(
        count
            + ", but no table in "
            + (shares.size() > MOST_SHARES
                ? "the first " + MOST_SHARES
                : shares.size() == 1 ? "it" : "them")
            + ". Ask the provider to add one.");
    return List.of();
  }

  /** The first file of the first table that has one. */
  private Optional<FileLine> query(List<TableName> tables) {
    chart.begin(Step.QUERY);
    List<Problem> problems = new ArrayList<>();
    List<String> empty = new ArrayList<>();
    for (TableName table : tables) {
      try {
        FileLine[] found = new FileLine[1];
        TableHead[] head = new TableHead[1];
        ask(table, found, head);
        if (found[0] != null) {
          tell(table, head[0]);
          if (problems.isEmpty()) {
            chart.passed("The server lists the files of " + table.text() + ".");
          } else {
            chart.noted(problems.getFirst());
          }
          return Optional.of(found[0]);
        }
        empty.add(table.text());
      } catch (ProblemException e) {
        chart.fact(new Fact("Not opened", table.text()));
        problems.add(e.problem());
      }
    }
    if (problems.isEmpty()) {
      chart.noted(
          empty.size() == 1
              ? "The table " + empty.getFirst() + " has no rows, so there is no file to read."
              : "The first " + empty.size() + " tables have no rows, so there is no file to read.");
    } else {
      chart.failed(problems.getFirst(), "");
    }
    return Optional.empty();
  }

  private void ask(TableName table, @Nullable FileLine[] found, @Nullable TableHead[] head) {
    try {
      head[0] =
          client.query(
              table,
              ONE_ROW,
              new SharingClient.FileLines() {
                @Override
                public void accept(FileLine line) {
                  found[0] = line;
                  throw new Enough();
                }

                @Override
                public void head(TableHead told) {
                  head[0] = told;
                }
              },
              job);
    } catch (Enough e) {
      // As wanted.
    }
  }

  private void tell(TableName table, @Nullable TableHead head) {
    chart.fact(new Fact("Table", table.text()));
    if (head != null) {
      chart.fact(new Fact("Version", Long.toString(head.version())));
      chart.fact(new Fact("Format", head.format().name().toLowerCase(Locale.ROOT)));
    }
  }

  private void read(FileLine file) {
    chart.begin(Step.FILE);
    chart.fact(new Fact("Storage", host(file)));
    try {
      long size = file.size() < FIRST_BYTES ? RangeReader.ANY_SIZE : file.size();
      byte[] bytes = new HttpRanges(http).read(file.address().text(), 0, FIRST_BYTES, size, job);
      String magic = new String(bytes, StandardCharsets.ISO_8859_1);
      if (magic.equals("PAR1") || magic.equals("PARE")) {
        chart.passed("The storage hands out the first bytes of a Parquet file.");
      } else {
        chart.noted(
            "The storage hands out bytes, but they are not the beginning of a Parquet file.");
      }
    } catch (ProblemException e) {
      chart.failed(e.problem(), "");
    }
  }

  /** What is printed of a signed address begins with its host. */
  private static String host(FileLine file) {
    String shown = file.address().toString();
    return shown.contains("/") ? shown.substring(0, shown.indexOf('/')) : shown;
  }
}
