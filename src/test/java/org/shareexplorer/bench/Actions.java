package org.shareexplorer.bench;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shareexplorer.app.Core;
import org.shareexplorer.cli.Cli;
import org.shareexplorer.cli.Outlet;
import org.shareexplorer.cli.Terminal;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.BoxPlotQuestion;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.ChangeView;
import org.shareexplorer.engine.Changes;
import org.shareexplorer.engine.CorrelationQuestion;
import org.shareexplorer.engine.GroupKey;
import org.shareexplorer.engine.GroupedQuestion;
import org.shareexplorer.engine.HistogramQuestion;
import org.shareexplorer.engine.MomentsQuestion;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Order;
import org.shareexplorer.engine.PairsQuestion;
import org.shareexplorer.engine.ProfileQuestion;
import org.shareexplorer.engine.ProviderQuestion;
import org.shareexplorer.engine.Question;
import org.shareexplorer.engine.RowPage;
import org.shareexplorer.engine.SummaryQuestion;
import org.shareexplorer.engine.TimeSeriesQuestion;
import org.shareexplorer.engine.Total;
import org.shareexplorer.engine.View;
import org.shareexplorer.export.FileFormat;
import org.shareexplorer.export.RowsExport;
import org.shareexplorer.job.Job;
import org.shareexplorer.profile.ProfileReader;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.ChangesQuery;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.FilterParser;

/**
 * All that can be done with a table, as steps by name; each says in a few words what came of it.
 */
final class Actions {

  private static final int SCREEN = 60;
  private static final int PLACES = 12;

  private final Core core;
  private final SharingClient client;
  private final TableName name;
  private final Path profile;
  private final Path folder;
  private final Map<String, Step> steps = new LinkedHashMap<>();
  private OpenTable table;

  /** Something that is done with the table. */
  @FunctionalInterface
  interface Step {
    String with(Job job) throws Exception;
  }

  /** Opens the table, which is the first step. */
  Actions(Core core, String server, String table, Path folder) throws Exception {
    this.core = core;
    String credential = credential(server);
    this.folder = folder;
    this.profile = Files.writeString(folder.resolve("budget.share"), credential);
    this.client = core.sources().clients().of(ProfileReader.parse(credential, "the budgets"));
    this.name = new TableName("bench", "bench", table);
    this.table = core.sources().engine().open(client, name, AsOf.LATEST, Job.unattended());
    collect();
  }

  static String credential(String server) {
    return "{\"shareCredentialsVersion\":1,\"endpoint\":\"%s/sharing\",\"bearerToken\":\"t\"}"
        .formatted(server);
  }

  Map<String, Step> steps() {
    return steps;
  }

  private List<String> some(int most) {
    return table.snapshot().fields().stream().limit(most).map(Field::name).toList();
  }

  private Optional<String> first(Function<DataType, Boolean> fits) {
    return table.snapshot().fields().stream()
        .filter(field -> fits.apply(field.type()))
        .map(Field::name)
        .findFirst();
  }

  private void collect() {
    steps.put(
        "list all files",
        job -> {
          table = table.completed(job);
          return table.snapshot().files().size() + " files";
        });
    steps.put("first rows", job -> rows(table, 0, some(SCREEN), job));
    steps.put("first rows, all columns", job -> rows(table, 0, some(Integer.MAX_VALUE), job));
    steps.put("scroll far", job -> far(table, job));
    steps.put("count", job -> Long.toString(table.countRows(job)));
    steps.put("statistics of the provider", job -> said(table, new ProviderQuestion(), job));
    List<String> columns =
        Stream.of(
                first(DataType::numeric),
                first(type -> type == DataType.Simple.DOUBLE),
                first(type -> type == DataType.Simple.STRING),
                first(type -> type == DataType.Simple.BINARY),
                first(DataType::temporal),
                first(DataType::nested),
                Optional.of("code").filter(some(Integer.MAX_VALUE)::contains))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    for (ProfileQuestion.Extent extent : ProfileQuestion.Extent.values()) {
      for (String column : columns) {
        question("profile of " + column + ", " + extent, new ProfileQuestion(column, extent));
      }
    }
    question("summary of some columns", new SummaryQuestion(some(20)));
    question("summary of all columns", new SummaryQuestion(some(Integer.MAX_VALUE)));
    for (String column : columns) {
      view("filter: " + column + " is not null", column + " IS NOT NULL");
      view("sort by " + column, "", new Order(column, true));
    }
    first(DataType::numeric).ifPresent(this::numbers);
    first(DataType::temporal)
        .ifPresent(time -> {
          for (Aggregate aggregate : List.of(Aggregate.COUNT, Aggregate.MEDIAN)) {
            question(
                "time series, " + aggregate,
                new TimeSeriesQuestion(
                    time,
                    Bucket.DAY,
                    aggregate,
                    aggregate == Aggregate.COUNT ? Optional.empty() : first(DataType::numeric),
                    ZoneOffset.UTC));
          }
        });
    first(type -> type == DataType.Simple.STRING).ifPresent(this::groups);
    changes();
    export(FileFormat.PARQUET);
    export(FileFormat.CSV);
    command("preview");
    command("count");
    command("describe");
    command("changes");
    // It looks at all columns and rows, and cannot be cancelled from here.
    command("profile");
  }

  private void numbers(String number) {
    question("moments", new MomentsQuestion(number));
    for (HistogramQuestion.Scale scale : HistogramQuestion.Scale.values()) {
      question(
          "histogram, " + scale,
          new HistogramQuestion(number, new HistogramQuestion.Bins.Count(40), scale, true));
    }
    question("box plot", new BoxPlotQuestion(number, Optional.empty(), 1, true));
    first(type -> type == DataType.Simple.STRING)
        .ifPresent(
            by -> question("box plot by " + by, new BoxPlotQuestion(number, Optional.of(by), 20)));
    List<String> numbers =
        table.snapshot().fields().stream()
            .filter(field -> field.type().numeric())
            .map(Field::name)
            .toList();
    question(
        "points",
        new PairsQuestion(
            numbers.getFirst(),
            numbers.getLast(),
            HistogramQuestion.Scale.LINEAR,
            HistogramQuestion.Scale.LINEAR,
            10_000,
            50));
    question(
        "correlations",
        new CorrelationQuestion(
            numbers.subList(0, Math.min(CorrelationQuestion.MOST, numbers.size()))));
    question(
        "groups of " + numbers.getLast(),
        new GroupedQuestion(
            List.of(
                new GroupKey(new GroupKey.Source.Value(numbers.getLast()), GroupKey.Rank.ROWS, 20)),
            List.of(Total.rows(), Total.of(Aggregate.MEDIAN, number))));
  }

  private void groups(String text) {
    question(
        "groups of " + text,
        new GroupedQuestion(
            List.of(new GroupKey(new GroupKey.Source.Value(text), GroupKey.Rank.ROWS, 20)),
            List.of(Total.rows(), Total.of(Aggregate.DISTINCT, some(1).getFirst()))));
    question(
        "all groups of " + text,
        new GroupedQuestion(
            List.of(new GroupKey(new GroupKey.Source.Value(text), GroupKey.Rank.KEY, GroupKey.ALL)),
            List.of(Total.rows())));
  }

  private void changes() {
    steps.put(
        "comparison of versions",
        job -> {
          Changes changes =
              core.sources().engine().compare(client, name, AsOf.version(0), AsOf.version(1), job);
          ChangeView view = ChangeView.ALL.withKey(List.of(some(1).getFirst()));
          String counts = changes.counts(view, job).toString();
          return counts + ", " + changes.rows(view, job).rowCount();
        });
    steps.put(
        "changes",
        job -> {
          Changes changes =
              core.sources()
                  .engine()
                  .changes(client, name, new ChangesQuery(AsOf.version(1), AsOf.version(1)), job);
          return changes.counts(ChangeView.ALL, job)
              + ", "
              + changes.rows(ChangeView.ALL, job).rowCount();
        });
  }

  private void export(FileFormat format) {
    steps.put(
        "export: " + format,
        job -> {
          Path file = folder.resolve("exported." + format);
          try {
            RowsExport export = new RowsExport(table, some(SCREEN), false);
            return export.write(format, file, core.jobs(), job).rows() + " rows";
          } finally {
            Files.deleteIfExists(file);
          }
        });
  }

  private void question(String title, Question<?> question) {
    steps.put(title, job -> said(table, question, job));
  }

  private void view(String title, String filter, Order... order) {
    steps.put(
        title,
        job -> {
          OpenTable viewed =
              table.viewed(
                  new View(FilterParser.parse(filter, table.snapshot().fields()), List.of(order)),
                  job);
          return rows(viewed, 0, some(SCREEN), job) + ", " + far(viewed, job);
        });
  }

  private static String said(OpenTable of, Question<?> question, Job job) {
    return of.ask(question, job).toString();
  }

  /** A screen of rows, as much as comes at once. */
  private static String rows(OpenTable of, long first, List<String> columns, Job job) {
    RowPage page = of.rows(first, 200, columns, job);
    return page.rows().size() + " rows at " + first;
  }

  private String far(OpenTable of, Job job) {
    long rows = of.countRows(job);
    List<String> said = new ArrayList<>();
    for (int place = 1; place <= PLACES && rows > 0; place++) {
      said.add(rows(of, Math.min(rows - 1, rows / PLACES * place), some(SCREEN), job));
    }
    return said.isEmpty() ? "no rows" : said.getLast();
  }

  private void command(String command) {
    steps.put(
        "command: " + command,
        _ -> {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          ByteArrayOutputStream err = new ByteArrayOutputStream();
          Terminal terminal =
              new Terminal(
                  InputStream.nullInputStream(),
                  new Outlet(out),
                  new PrintStream(err, true, StandardCharsets.UTF_8),
                  Map.of(),
                  OptionalInt.empty(),
                  ZoneOffset.UTC);
          int code =
              new Cli(terminal, core::sources, _ -> 1, core.jobs())
                  .run(command, "--profile", profile.toString(), "bench", "bench", name.table());
          String said =
              code + ", " + out.size() + " bytes, " + err.toString(StandardCharsets.UTF_8);
          return said;
        });
  }
}
