package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

class SampledQuestionTest extends QuestionsFixture {

  private static final Field V = field("v", Simple.LONG);
  private static final MomentsQuestion MOMENTS = new MomentsQuestion("v");

  private LocalFile file(long first, int rows) throws SQLException {
    List<List<?>> values = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      values.add(List.of(first + i));
    }
    return parquet.of(List.of(V), values);
  }

  private Moments ask(int every, LocalFile... files) {
    return ask(new SampledQuestion<>(MOMENTS, every), List.of(V), files);
  }

  @Test
  void everyNthRowCountsAllOverTheFile() throws SQLException {
    Moments moments = ask(10, file(0, 1_000));
    assertThat(moments.rows()).isEqualTo(100);
    assertThat(moments.min()).isEqualTo(0L);
    assertThat(moments.max()).isEqualTo(990L);
    assertThat(moments.sum()).isEqualByComparingTo("49500");
  }

  @Test
  void theSameRowsCountAgain() throws SQLException {
    LocalFile[] files = {file(0, 500), file(500, 700)};
    assertThat(ask(7, files)).isEqualTo(ask(7, files));
  }

  @Test
  void ofManySmallFilesNotAllFirstRowsAreTaken() throws SQLException {
    LocalFile[] files = new LocalFile[40];
    for (int i = 0; i < files.length; i++) {
      files[i] = file(5L * i, 5);
    }
    assertThat(ask(10, files).rows()).isBetween(10L, 30L);
  }

  @Test
  void aQuestionThatDoesNotFitIsRefusedAsEver() {
    assertProblem(
        ProblemCode.QUESTION,
        "no column w",
        () -> ask(new SampledQuestion<>(new MomentsQuestion("w"), 3), List.of(V)));
  }
}
