package org.shareexplorer.ui.changes;

import java.time.ZoneId;
import org.shareexplorer.engine.Changes;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.ChangesQuery;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.TimeText;
import org.shareexplorer.ui.changes.ChangesModel.Range;
import org.shareexplorer.workspace.Workspace;

/**
 * Asks for what changed in a range of versions or times, as typed. Blocks.
 *
 * @param version the version that the tab shows, which is the end of a range that is open
 */
record ChangesRange(Workspace workspace, ConnectionId connection, TableName table, long version) {

  /** {@return what the change feed tells of a range} */
  Changes fed(Range wanted, ZoneId zone, Job job) {
    AsOf first =
        wanted.from().isBlank()
            ? AsOf.version(
                workspace
                    .firstWithChanges(connection, table, job)
                    .orElseThrow(ChangesRange::noFeed))
            : asOf(wanted.from(), zone, TimeText.Day.BEGIN);
    return workspace.changes(connection, table, new ChangesQuery(first, last(wanted, zone)), job);
  }

  /** {@return what lies between the beginning and the end of a range} */
  Changes compared(Range wanted, ZoneId zone, Job job) {
    AsOf older =
        wanted.from().isBlank()
            ? AsOf.version(Math.max(0, version - 1))
            : asOf(wanted.from(), zone, TimeText.Day.END);
    return workspace.compare(connection, table, older, last(wanted, zone), job);
  }

  private AsOf last(Range wanted, ZoneId zone) {
    return wanted.to().isBlank()
        ? AsOf.version(version)
        : asOf(wanted.to(), zone, TimeText.Day.END);
  }

  /** {@return the version that a number or a time stands for} */
  static AsOf asOf(String text, ZoneId zone, TimeText.Day day) {
    if (text.strip().matches("\\d{1,18}")) {
      return AsOf.version(Long.parseLong(text.strip()));
    }
    return AsOf.time(
        TimeText.parse(text, zone, day)
            .orElseThrow(() ->
                new Problem(
                        ProblemCode.QUESTION,
                        "\"" + text + "\" is neither a version nor a time.",
                        "",
                        "Type a number such as 12, a day such as 2026-05-03, or a time such as"
                            + " 2026-05-03 10:00.")
                    .asException()));
  }

  private static ProblemException noFeed() {
    return new Problem(
            ProblemCode.NO_CHANGE_FEED,
            "This table has no change feed.",
            "Its provider does not record what changes in it, or does not share that.",
            "Compare two of its versions instead.")
        .asException();
  }
}
