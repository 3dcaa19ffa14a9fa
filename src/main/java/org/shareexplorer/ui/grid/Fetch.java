package org.shareexplorer.ui.grid;

import java.util.OptionalLong;
import java.util.function.Consumer;
import org.shareexplorer.engine.RowPage;
import org.shareexplorer.job.Running;
import org.shareexplorer.job.Work;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.ui.fx.Background;

/** How pages are fetched: in the background, with the answer on the thread of the screen. */
@FunctionalInterface
interface Fetch {

  /** Starts to fetch; of the handlers, one is called, or none if the work is cancelled. */
  Running<Answer> start(
      Work<Answer> work, Consumer<? super Answer> onAnswer, Consumer<? super Problem> onProblem);

  /** Has an action run on the thread of the screen, soon; not at all where nobody looks on. */
  default void soon(Runnable action) {}

  /** {@return fetching on the threads of the core} */
  static Fetch in(Background background) {
    return new Fetch() {
      @Override
      public Running<Answer> start(
          Work<Answer> work,
          Consumer<? super Answer> onAnswer,
          Consumer<? super Problem> onProblem) {
        return background.start(work, onAnswer, onProblem);
      }

      @Override
      public void soon(Runnable action) {
        background.onFx(action);
      }
    };
  }

  /**
   * A page, and what the table knows after it was read.
   *
   * @param rowCount the number of the table's rows, if it is known by now
   */
  record Answer(RowPage page, OptionalLong rowCount) {}
}
