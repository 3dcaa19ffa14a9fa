package org.shareexplorer.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.shareexplorer.engine.ProfileQuestion.Extent;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.Snapshot;

/** A snapshot, and all that answers questions about it. */
final class SnapshotTable implements OpenTable {

  private static final int ANSWERS_IN_MEMORY = 100;

  private final Snapshot snapshot;
  private final RowCounts counts;
  private final RowPages pages;
  private final WholeTable whole;

  /** Equal questions about one version have equal answers. */
  private final Map<Question<?>, Object> answered =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Question<?>, Object> eldest) {
              return size() > ANSWERS_IN_MEMORY;
            }
          });

  SnapshotTable(Snapshot snapshot, RowCounts counts, RowPages pages, WholeTable whole) {
    this.snapshot = snapshot;
    this.counts = counts;
    this.pages = pages;
    this.whole = whole;
  }

  @Override
  public Snapshot snapshot() {
    return snapshot;
  }

  @Override
  public OptionalLong rowCount() {
    return counts.total();
  }

  @Override
  public RowPage rows(long first, int count, List<String> columns, Job job) {
    return pages.read(first, count, columns, job);
  }

  @Override
  @SuppressWarnings("unchecked") // An answer is kept under the question that it answers.
  public <A> A ask(Question<A> question, Job job) {
    Object known = answered.get(question);
    if (known != null) {
      return (A) known;
    }
    A answer = (A) answer(question, job);
    answered.put(question, answer);
    return answer;
  }

  private Object answer(Question<?> question, Job job) {
    return switch (question) {
      case ProviderQuestion _ -> ProviderAnswer.of(snapshot, job);
      case ProfileQuestion(String column, Extent extent) when extent == Extent.SAMPLE ->
          whole.profile(column, Sampling.of(this, column, whole.jobs(), job), job);
      default -> whole.ask(question, job);
    };
  }

  @Override
  public long bytesToFetch(List<String> columns, Job job) {
    return whole.bytesToFetch(columns, job);
  }
}
