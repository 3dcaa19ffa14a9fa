package org.shareexplorer.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.ChangeKind;
import org.shareexplorer.engine.ChangeView;
import org.shareexplorer.engine.ChangedRows;
import org.shareexplorer.engine.Changes;
import org.shareexplorer.engine.RowPage;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.ChangesQuery;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.TimeText.Day;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what changed in a table. */
@Command(
    name = "changes",
    description = {
      "Tells what changed in a table: how many rows each version inserted, updated and deleted, and the rows themselves, from the table's change feed.",
      "Where there is none, --compare finds out by comparing two versions."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  share-explorer changes external_retail retail price_list --demo",
      "  share-explorer changes external_retail retail price_list --from 2025-11-01 --kind updated --json --demo",
      "  share-explorer changes external_retail retail price_list --compare --from 0 --key item_id --demo"
    })
final class ChangesCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final TableArguments table = new TableArguments();
  @Mixin private final Access access = new Access();
  @Mixin private final Reporting reporting = new Reporting();

  @Option(
      names = "--from",
      paramLabel = "V|TIME",
      description =
          "The first version, or a time (default: as far back as changes are recorded). A time without an offset is one in this computer's zone; a day alone stands for its beginning.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "V|TIME",
      description = "The last version, or a time; a day alone stands for its end (default: now).")
  private @Nullable String to;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many changed rows at most (default: ${DEFAULT-VALUE}); 0 for counts only.")
  private int rows;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      split = ",",
      description = "Only rows that were inserted, updated or deleted; more than one with commas.")
  private @Nullable List<String> kinds;

  @Option(
      names = "--find",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Only rows with this text in one of their values, before or after.")
  private String find = "";

  @Option(
      names = "--key",
      paramLabel = "A,B",
      split = ",",
      description =
          "Columns whose values tell rows apart, by which a row's two states are matched (default: the feed's order; for --compare, a column that is found to do so).")
  private @Nullable List<String> key;

  @Option(
      names = "--compare",
      description = "Compare the two versions themselves; --from is the older one.")
  private boolean compare;

  @Option(names = "--json", description = "Print JSON: versions with counts, and changed rows.")
  private boolean json;

  ChangesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.ask(access, reporting, this::changes);
  }

  private void changes(Provider provider, Job job) {
    Numbers.atLeast(0, rows, "--rows");
    Changes changes = compare ? compared(provider, job) : fed(provider, job);
    ChangeView view = ChangeView.ALL.withKinds(kinds()).withText(find).withKey(key(changes, job));
    ChangedRows found = changes.rows(rows == 0 ? view.withKinds(Set.of()) : view, job);
    ChangesReport report =
        new ChangesReport(
            changes,
            changes.counts(view, job),
            found,
            rows == 0 ? Optional.empty() : page(found, job));
    if (json) {
      Json.print(session.terminal(), report::json);
    } else {
      report.text(session.terminal());
    }
  }

  private Optional<RowPage> page(ChangedRows found, Job job) {
    return Optional.of(
        found.rows(0, rows, found.snapshot().fields().stream().map(Field::name).toList(), job));
  }

  private Changes fed(Provider provider, Job job) {
    AsOf first =
        from == null
            ? AsOf.version(
                provider
                    .engine()
                    .firstWithChanges(provider.client(), table.name(), job)
                    .orElseThrow(this::noFeed))
            : AsOfOptions.versionOrTime(from, session.terminal().zone(), Day.BEGIN);
    return provider
        .engine()
        .changes(provider.client(), table.name(), new ChangesQuery(first, last()), job);
  }

  private ProblemException noFeed() {
    return new Problem(
            ProblemCode.NO_CHANGE_FEED,
            "The changes of the table " + table.name().text() + " could not be listed.",
            "The table has no change feed, or the provider does not share it.",
            "Compare two of its versions with --compare.")
        .asException();
  }

  private Changes compared(Provider provider, Job job) {
    AsOf older =
        from == null
            ? AsOf.version(0)
            : AsOfOptions.versionOrTime(from, session.terminal().zone(), Day.BEGIN);
    return provider.engine().compare(provider.client(), table.name(), older, last(), job);
  }

  private AsOf last() {
    return to == null
        ? AsOf.LATEST
        : AsOfOptions.versionOrTime(to, session.terminal().zone(), Day.END);
  }

  private List<String> key(Changes changes, Job job) {
    return key != null ? key : compare ? changes.suggestedKey(job) : List.of();
  }

  private Set<ChangeKind> kinds() {
    if (kinds == null) {
      return EnumSet.allOf(ChangeKind.class);
    }
    Set<ChangeKind> wanted = EnumSet.noneOf(ChangeKind.class);
    for (String kind : kinds) {
      wanted.add(
          EnumSet.allOf(ChangeKind.class).stream()
              .filter(each -> each.text().equals(kind.strip().toLowerCase(Locale.ROOT)))
              .findFirst()
              .orElseThrow(() ->
                  new Problem(
                          ProblemCode.QUESTION,
                          "The kind of change " + kind + " is not known.",
                          "",
                          "Choose among inserted, updated and deleted.")
                      .asException()));
    }
    return wanted;
  }
}
