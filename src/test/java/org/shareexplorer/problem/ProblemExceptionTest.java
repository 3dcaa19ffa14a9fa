package org.shareexplorer.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class ProblemExceptionTest {

  private static final Problem PROBLEM =
      new Problem(
          ProblemCode.PROFILE_FIELD,
          "The file could not be opened.",
          "",
          "Ask for a new one.",
          "detail");

  @Test
  void aProblemIsFoundBehindWhateverWrapsIt() {
    Throwable wrapped = new CompletionException(new IllegalStateException(PROBLEM.asException()));
    assertThat(ProblemException.problemOf(wrapped)).isEqualTo(PROBLEM);
  }

  @Test
  void anUnforeseenFailureBecomesABugReportWithoutItsMessage() {
    Problem problem = ProblemException.problemOf(new IOException("https://host/file?sig=secret"));
    assertThat(problem.code()).isEqualTo(ProblemCode.BUG);
    assertThat(problem.detail()).contains("IOException", "at ").doesNotContain("secret");
  }

  @Test
  void runningOutOfMemoryIsToldAsSuch() {
    assertThat(ProblemException.problemOf(new OutOfMemoryError()).code())
        .isEqualTo(ProblemCode.TOO_LARGE);
  }

  @Test
  void aSentenceLeavesOutWhatIsNotKnown() {
    assertThat(PROBLEM.sentence()).isEqualTo("The file could not be opened. Ask for a new one.");
  }

  @Test
  void codesAreTextThatPeopleCanSearchFor() {
    assertThat(ProblemCode.PROFILE_FIELD.text()).isEqualTo("profile-field");
  }
}
