package org.shareexplorer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.RowPage;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.Field;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows rows of a table. */
@Command(
    name = "preview",
    description = {
      "Shows rows of a table, reading no more than the pages of the files that hold them.",
      "On a screen, long cells are shortened and columns that do not fit are left out; piped or written to a file, everything stands there. Null is (null); empty text is \"\"."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  share-explorer preview external_retail retail customers --demo",
      "  share-explorer preview city_mobility taxi trips --rows 5 --offset 1000000 --demo",
      "  share-explorer preview external_retail retail customers --columns customer_id,country --json --demo",
      "  share-explorer preview city_mobility taxi trips --where \"tip_amount > 20\" --order-by \"fare_amount DESC\" --demo"
    })
final class PreviewCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final TableArguments table = new TableArguments();
  @Mixin private final AsOfOptions asOf = new AsOfOptions();
  @Mixin private final Access access = new Access();
  @Mixin private final Reporting reporting = new Reporting();

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many rows at most (default: ${DEFAULT-VALUE}).")
  private int rows;

  @Option(
      names = "--offset",
      paramLabel = "N",
      defaultValue = "0",
      description = "How many rows to pass over first.")
  private long offset;

  @Option(
      names = "--columns",
      paramLabel = "A,B",
      split = ",",
      description = "Which columns, in which order (default: all).")
  private @Nullable List<String> columns;

  @Mixin private final Where where = new Where();
  @Mixin private final OrderBy order = new OrderBy();

  @Option(names = "--json", description = "Print JSON: the columns, and an object per row.")
  private boolean json;

  PreviewCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.ask(access, reporting, this::preview);
  }

  private void preview(Provider provider, Job job) {
    Numbers.atLeast(1, rows, "--rows");
    Numbers.atLeast(0, offset, "--offset");
    OpenTable open =
        where.open(
            provider,
            table.name(),
            asOf.asOf(session.terminal().zone()),
            order.orders(),
            job);
    List<String> wanted =
        columns == null
            ? open.snapshot().fields().stream().map(Field::name).toList()
            : List.copyOf(columns);
    RowPage page = open.rowsAs(offset, rows, wanted, UnaryOperator.identity(), job);
    if (json) {
      printJson(page, open.snapshot().version());
    } else {
      printText(page, open.rowCount());
    }
  }

  private void printText(RowPage page, OptionalLong rowCount) {
    Terminal terminal = session.terminal();
    TextTable text =
        new TextTable(
            page.columns().stream()
                .map(f -> new TextTable.Column(f.name(), f.type().numeric()))
                .toList());
    for (List<@Nullable Object> row : page.rows()) {
      List<String> cells = new ArrayList<>(row.size());
      for (Object value : row) {
        cells.add(Cell.text(value, terminal.zone()));
      }
      text.row(cells);
    }
    TextTable.Layout layout = text.layout(terminal.width());
    layout.lines().forEach(terminal::print);
    terminal.print("");
    terminal.print(footnote(page, rowCount, layout.columnsLeftOut()));
  }

  private static String footnote(RowPage page, OptionalLong rowCount, int leftOut) {
    int shown = page.rows().size();
    String which =
        shown == 0
            ? "No rows"
            : "Rows %,d to %,d".formatted(page.first() + 1, page.first() + shown);
    String of = rowCount.isPresent() ? " of %,d".formatted(rowCount.getAsLong()) : "";
    return which
        + of
        + (leftOut == 0
            ? ""
            : "; %d more columns (choose with --columns, or pipe for all)".formatted(leftOut));
  }

  private void printJson(RowPage page, long version) {
    Json.print(
        session.terminal(),
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("columns");
          for (Field field : page.columns()) {
            out.writeStartObject();
            out.writeStringField("name", field.name());
            out.writeStringField("type", field.type().text());
            out.writeEndObject();
          }
          out.writeEndArray();
          out.writeNumberField("version", version);
          out.writeNumberField("offset", page.first());
          out.writeBooleanField("end", page.end());
          out.writeArrayFieldStart("rows");
          for (List<@Nullable Object> row : page.rows()) {
            out.writeStartObject();
            for (int c = 0; c < row.size(); c++) {
              out.writeFieldName(page.columns().get(c).name());
              Json.value(out, row.get(c), page.columns().get(c).type());
            }
            out.writeEndObject();
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }
}
