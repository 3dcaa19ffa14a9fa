package org.shareexplorer.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemException;

/**
 * Speaks to one server for one recipient (protocol, "REST APIs"). Methods block, follow the pages
 * of a list to its end, report progress, and end within 200 ms of their job's cancellation.
 * Thread-safe.
 *
 * <p>Every method throws {@link ProblemException} when the server cannot be reached, refuses, or
 * answers against the protocol.
 */
public interface SharingClient {

  /** {@return the shares of this recipient, in the server's order} */
  List<Share> shares(Job job);

  /** {@return a share (protocol, "Get Share"); empty if the server says that there is none} */
  default Optional<Share> share(String name, Job job) {
    return shares(job).stream().filter(share -> share.name().equals(name)).findFirst();
  }

  /** {@return the names of a share's schemas, in the server's order} */
  List<String> schemas(String share, Job job);

  /** {@return the tables of a schema, in the server's order} */
  List<ListedTable> tables(String share, String schema, Job job);

  /** {@return all tables of a share; servers without that call are asked schema by schema} */
  List<ListedTable> allTables(String share, Job job);

  /**
   * {@return what a schema holds beside tables, as far as the server tells: none of it can be
   * opened here}
   */
  default List<ListedAsset> assets(String share, String schema, Job job) {
    return List.of();
  }

  /** {@return the table's newest version} */
  long version(TableName table, Job job);

  /**
   * {@return the first version written at a time or later}
   *
   * @throws ProblemException with code {@code NO_VERSION} if there is none, with {@code NO_HISTORY}
   *     if the provider shares the newest version only
   */
  long versionSince(TableName table, Instant time, Job job);

  /** {@return protocol and metadata of the table, without its files} */
  TableHead metadata(TableName table, Job job);

  /**
   * Asks for the table's files. Lines are handed on while they arrive and not kept.
   *
   * @param lines gets each file line as it comes, on the calling thread
   * @return what stood before the file lines
   */
  TableHead query(TableName table, TableQuery query, FileLines lines, Job job);

  /**
   * Asks which files tell what changed. Lines are handed on while they arrive and not kept; their
   * order means nothing.
   *
   * @param lines gets each line as it comes, on the calling thread
   * @return the table's heads within the range, oldest first, at least one; a head's version is the
   *     one from which it holds, but servers may send only the newest head
   * @throws ProblemException with code {@code NO_CHANGE_FEED} if the server has none for the range
   */
  List<TableHead> changes(TableName table, ChangesQuery query, ChangeLines lines, Job job);

  /** Takes the lines of a change feed. */
  @FunctionalInterface
  interface ChangeLines {
    /** Takes one line. */
    void accept(ChangeLine line);

    /** Asked as {@link FileLines#restart} is. */
    default boolean restart() {
      return false;
    }
  }

  /** Takes the file lines of an answer. */
  @FunctionalInterface
  interface FileLines {
    /** Takes one line. */
    void accept(FileLine line);

    /**
     * Takes what stands before the lines, before the first of them comes; again whenever an answer
     * begins.
     */
    default void head(TableHead head) {}

    /**
     * Asked when the answer has broken off and can be had once more from its beginning.
     *
     * @return whether the taker has forgotten all lines so far and takes them anew; if not, the
     *     query fails
     */
    default boolean restart() {
      return false;
    }
  }
}
