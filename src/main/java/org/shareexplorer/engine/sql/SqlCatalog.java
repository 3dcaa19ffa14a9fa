package org.shareexplorer.engine.sql;

import java.util.List;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;

/** The tables that queries may be about. Methods block; thread-safe. */
public interface SqlCatalog {

  /** {@return all of them that are known} */
  List<SqlTable> tables(Job job);

  /** {@return the connections whose tables are not among {@link #tables}, as of now} */
  default List<Unlisted> unlisted() {
    return List.of();
  }

  /** {@return one of them, ready to be read} */
  OpenTable open(SqlTable table, Job job);
}
