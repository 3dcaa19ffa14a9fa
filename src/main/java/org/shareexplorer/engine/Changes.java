package org.shareexplorer.engine;

import java.util.List;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.Field;

/**
 * What changed in a table: told by its change feed, or found by comparing two versions. Methods
 * block, count their cost on the job, end within 200 ms of its cancellation, and throw {@link
 * ProblemException}. Thread-safe. What was read once is kept on disk and not fetched again.
 */
public interface Changes {

  /** {@return the table's columns as the newest version of the range has them} */
  List<Field> fields();

  /** {@return the first version of the range} */
  long firstVersion();

  /** {@return the last version of the range that is known to have changed something} */
  long lastVersion();

  /** {@return the versions that are known to have changed something, oldest first; counts are 0} */
  List<ChangeCounts> versions();

  /**
   * {@return how many rows each version changed, oldest first; of a comparison, what lies between
   * its two versions, as one}
   *
   * @param view only its key counts
   */
  List<ChangeCounts> counts(ChangeView view, Job job);

  /**
   * {@return the changed rows that fit a view}
   *
   * @throws ProblemException with code {@code TOO_LARGE} if they are more than can be listed
   */
  ChangedRows rows(ChangeView view, Job job);

  /** {@return columns whose values tell the changed rows apart; empty if none was found} */
  List<String> suggestedKey(Job job);

  /** {@return bytes of the files that a look at all changed rows would fetch at most} */
  long sizeInBytes();
}
