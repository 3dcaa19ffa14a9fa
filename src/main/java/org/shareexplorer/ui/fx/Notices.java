package org.shareexplorer.ui.fx;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shareexplorer.problem.Problem;

/** The passing words on screen, oldest first. Holds no controls. FX thread only. */
public final class Notices {

  private static final int MOST = 3;

  private final ObservableList<Notice> shown = FXCollections.observableArrayList();

  private final ObservableList<Notice> seen = FXCollections.unmodifiableObservableList(shown);

  /** {@return what is on screen now} */
  public ObservableList<Notice> shown() {
    return seen;
  }

  /** Tells that an action did not work. */
  public void failed(Problem problem) {
    show(new Notice.Failed(problem));
  }

  /** Tells that an action worked. */
  public void done(String words) {
    show(new Notice.Done(words));
  }

  /** Tells that an action worked, and offers another one until it is taken or closed. */
  public void offer(String words, String label, Runnable action) {
    show(new Notice.Offer(Notice.Tone.CALM, words, label, action, false));
  }

  /**
   * Tells that an action worked, and offers for a while what can be done elsewhere too.
   *
   * @return what is told, for who knows that it is of no more use
   */
  public Notice suggest(String words, String label, Runnable action) {
    Notice notice = new Notice.Offer(Notice.Tone.CALM, words, label, action, true);
    show(notice);
    return notice;
  }

  /** Tells that something happened that should not have, and offers what can be done about it. */
  public void warn(String words, String label, Runnable action) {
    show(new Notice.Offer(Notice.Tone.WRONG, words, label, action, false));
  }

  private void show(Notice notice) {
    shown.remove(notice);
    if (shown.size() == MOST) {
      shown.remove(0);
    }
    shown.add(notice);
  }

  /** Takes a word off the screen. */
  public void close(Notice notice) {
    shown.remove(notice);
  }

  /** Takes all words off the screen. */
  public void clear() {
    shown.clear();
  }
}
