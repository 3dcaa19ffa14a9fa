package org.shareexplorer.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.shareexplorer.job.EndingJob;
import org.shareexplorer.table.DeletionVector;

class MarkColumnTest {

  private static final int ROWS = 1_000_000;

  private final MarkColumn column =
      new MarkColumn(
          "deleted", DeletionVector.leavingGone(Optional.empty(), Optional.empty(), ROWS));

  @Test
  void markingManyRowsEndsWithItsJob() {
    EndingJob all = EndingJob.never();
    String identity = column.identity(all);
    assertThat(identity).isEqualTo(column.identity(EndingJob.never()));
    assertThat(all.looks()).isGreaterThan(10);
    EndingJob half = new EndingJob(all.looks() / 2);
    assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> column.identity(half));
    assertThat(half.looks()).isEqualTo(all.looks() / 2);
    EndingJob pages = new EndingJob(5);
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> column.chunks(List.of(List.of(new MarkColumn.Rows(0, ROWS))), pages));
    assertThat(pages.looks()).isEqualTo(5);
  }
}
