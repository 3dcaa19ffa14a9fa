package org.shareexplorer.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.ChartTheme;
import org.shareexplorer.chart.Figures;
import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.dashboard.DashboardDocument;
import org.shareexplorer.dashboard.DashboardFile;
import org.shareexplorer.dashboard.DashboardRun;
import org.shareexplorer.dashboard.PagePicture;
import org.shareexplorer.dashboard.Tile;
import org.shareexplorer.dashboard.TileOutcome;
import org.shareexplorer.engine.sql.SqlQueries;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a dashboard over the newest versions of its tables. */
@Command(
    name = "render",
    description = {
      "Draws a dashboard over the newest versions of its tables: as PDF, as one HTML file that needs nothing else, or as PNG.",
      "All tables are looked for at the one provider that the options name. What a tile cannot show is said in its place; the command then ends with exit code 1."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  share-explorer dashboard render sales.dashboard.json --out sales.pdf --demo",
      "  share-explorer dashboard render sales.dashboard.json --out sales.html --connection Acme",
      "  share-explorer dashboard render sales.dashboard.json --json --profile config.share"
    })
final class RenderDashboardCommand implements Callable<Integer> {

  private final Session session;

  @Spec private @Nullable CommandSpec command;

  @Parameters(paramLabel = "FILE", description = "The dashboard's file.")
  private Path file = Path.of("");

  @Mixin private final Access access = new Access();
  @Mixin private final Reporting reporting = new Reporting();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Where days of timestamps begin, such as UTC (default: this computer's zone).")
  private @Nullable ZoneId zone;

  @Option(names = "--dark", description = "Draw on dark ground; HTML has both.")
  private boolean dark;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "A name that ends in .pdf, .html or .png; a file of that name is replaced.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print the tiles' figures as JSON.")
  private boolean json;

  RenderDashboardCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (out == null && !json) {
      throw misused(
          "Say where the dashboard goes with --out FILE, or ask for figures with --json.");
    }
    if (out != null && !out.toString().toLowerCase(Locale.ROOT).matches(".*\\.(pdf|html|png)")) {
      throw misused("The file " + out + " must have a name that ends in .pdf, .html or .png.");
    }
    return session.ask(access, reporting, this::render);
  }

  private void render(Provider provider, Job job) {
    Dashboard dashboard = DashboardFile.read(file);
    ZoneId where = zone != null ? zone : session.terminal().zone();
    try (SqlQueries queries = SqlQueries.alone(session.jobs());
        DashboardRun run =
            new DashboardRun(
                dashboard.tables(),
                (table, within) -> provider.open(table.name(), table.asOf(), within),
                queries,
                where)) {
      PagePicture page =
          new PagePicture(dashboard, run.all(dashboard.tiles(), session.jobs(), job), where);
      if (out != null) {
        new DashboardDocument(page, ChartTheme.of(dark)).save(out, job);
        session.terminal().say(out + ": " + told(page));
      }
      if (json) {
        Json.print(session.terminal(), new DashboardFigures(page)::json);
      }
      tellFailures(page);
    }
  }

  private static String told(PagePicture page) {
    String tiles = Figures.counted(page.outcomes().size(), "tile");
    return page.versions().isEmpty() ? tiles : tiles + ", " + page.versions();
  }

  private void tellFailures(PagePicture page) {
    List<Tile> tiles = page.dashboard().tiles();
    for (int i = 0; i < tiles.size(); i++) {
      if (page.outcomes().get(i) instanceof TileOutcome.Failed(Problem problem)) {
        String name = tiles.get(i).heading().isBlank() ? "Tile " + (i + 1) : tiles.get(i).heading();
        session.terminal().say(name + ": " + problem.sentence());
      }
    }
    if (page.failed() > 0) {
      throw new Problem(
              ProblemCode.QUESTION,
              page.failed()
                  + " of "
                  + Figures.counted(tiles.size(), "tile")
                  + " could not be shown.",
              "The reasons stand above.",
              "The other tiles are complete.")
          .asException();
    }
  }

  private ParameterException misused(String message) {
    return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
  }
}
