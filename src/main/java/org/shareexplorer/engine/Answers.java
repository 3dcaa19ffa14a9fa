package org.shareexplorer.engine;

import java.util.List;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.Field;

/** Answers questions over files that are at hand. */
@FunctionalInterface
interface Answers {

  /** {@return the answer over all rows of the files} */
  <A> A ask(Question<A> question, List<Field> fields, List<LocalFile> files, Job job);
}
