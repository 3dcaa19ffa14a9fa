package org.shareexplorer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.ColumnProfile;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.ProfileQuestion;
import org.shareexplorer.engine.ProfileQuestion.Extent;
import org.shareexplorer.engine.ProviderQuestion;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.Field;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what a table's columns are like. */
@Command(
    name = "profile",
    description = {
      "Tells what the columns of a table are like: nulls, distinct values, least and greatest, mean, quartiles, deviation, the most frequent values.",
      "Unless told otherwise, figures are of all rows where a column is small, and of a sample where it is large; what the provider's statistics say more exactly stands in their place. Every figure says what it is worth: ≈ is an estimate, ≤ and ≥ are bounds."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  share-explorer profile external_retail retail customers --demo",
      "  share-explorer profile city_mobility taxi trips --columns fare_amount --exact --demo",
      "  share-explorer profile city_mobility taxi trips --provider --json --stats --demo"
    })
final class ProfileCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final TableArguments table = new TableArguments();
  @Mixin private final Access access = new Access();
  @Mixin private final Reporting reporting = new Reporting();

  @Mixin private final ColumnsOption columns = new ColumnsOption();

  @ArgGroup private @Nullable Rows rows;

  @Option(
      names = "--json",
      description = "Print JSON, with bins and the most frequent values of every column.")
  private boolean json;

  /** Which rows to look at. */
  private static final class Rows {

    @Option(names = "--exact", description = "Look at all rows of every column.")
    private boolean exact;

    @Option(names = "--sample", description = "Look at a sample of every column.")
    private boolean sample;

    @Option(
        names = "--provider",
        description = "Read no data: tell only what the provider's statistics say.")
    private boolean provider;
  }

  ProfileCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.ask(access, reporting, this::profile);
  }

  private void profile(Provider provider, Job job) {
    OpenTable open = provider.open(table.name(), job);
    List<Field> fields = open.snapshot().fields();
    List<ColumnProfile> said = open.ask(new ProviderQuestion(), job);
    List<ColumnProfile> profiles = new ArrayList<>();
    for (String column : columns.of(open)) {
      int place = fields.stream().map(Field::name).toList().indexOf(column);
      // A column that there is not is refused by the question itself.
      ColumnProfile known =
          rows != null && rows.provider && place >= 0
              ? said.get(place)
              : open.ask(new ProfileQuestion(column, extent(open, column, job)), job);
      profiles.add(place >= 0 && place < said.size() ? known.completedBy(said.get(place)) : known);
    }
    ProfileFigures figures = new ProfileFigures(profiles);
    if (json) {
      Json.print(session.terminal(), figures::json);
    } else {
      figures.text(session.terminal());
    }
  }

  private Extent extent(OpenTable open, String column, Job job) {
    if (rows != null && (rows.exact || rows.sample)) {
      return rows.exact ? Extent.ALL : Extent.SAMPLE;
    }
    return ProfileQuestion.unasked(open, open.bytesToFetch(List.of(column), job));
  }
}
