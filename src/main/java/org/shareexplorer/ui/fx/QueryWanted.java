package org.shareexplorer.ui.fx;

import javafx.event.Event;
import javafx.event.EventType;

/**
 * Asks the window to open a page with a query. It rises from where the query was made, which need
 * not know of such pages.
 */
public final class QueryWanted extends Event {

  /** The one type of this event. */
  public static final EventType<QueryWanted> QUERY_WANTED =
      new EventType<>(Event.ANY, "QUERY_WANTED");

  private static final long serialVersionUID = 1L;

  private final String text;
  private final boolean run;

  /** Asks for a page with a text, to be changed and run. */
  public QueryWanted(String text) {
    this(text, false);
  }

  /**
   * Asks for a page with a text, to be changed and run.
   *
   * @param run whether it is run at once
   */
  public QueryWanted(String text, boolean run) {
    super(QUERY_WANTED);
    this.text = text;
    this.run = run;
  }

  /** {@return whether it is run at once} */
  public boolean run() {
    return run;
  }

  /** {@return the query} */
  public String text() {
    return text;
  }
}
