package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.Field;

/** Questions asked of files that a test writes. */
abstract class QuestionsFixture {

  @TempDir Path folder;
  Jobs jobs;
  Questions questions;
  ParquetFiles parquet;

  @BeforeEach
  void open() throws SQLException {
    jobs = new Jobs();
    questions = new Questions(jobs);
    parquet = new ParquetFiles(folder);
  }

  @AfterEach
  void close() throws SQLException {
    parquet.close();
    questions.close();
    jobs.close();
  }

  static Field field(String name, DataType type) {
    return new Field(name, type, true);
  }

  <A> A ask(Question<A> question, List<Field> fields, LocalFile... files) {
    return questions.ask(question, fields, List.of(files), Job.unattended());
  }

  /** Checks that the code ends with a problem of that kind whose sentence has these words. */
  static void assertProblem(ProblemCode code, String words, ThrowingCallable asked) {
    assertThatThrownBy(asked)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problem())
                    .satisfies(
                        problem -> assertThat(problem.code()).isEqualTo(code),
                        problem -> assertThat(problem.sentence()).contains(words)));
  }
}
