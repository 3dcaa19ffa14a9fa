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

  /** Asks for a page with a text, to be changed and run. */
  public QueryWanted(String text) {
    super(QUERY_WANTED);
    this.text = text;
  }

  /** {@return the query} */
  public String text() {
    return text;
  }
}
