package org.shareexplorer.ui.dashboard.retail;

import javafx.event.Event;
import javafx.event.EventType;

/**
 * Asks the window for the retail dashboard. It rises from where it was offered, which need not know
 * who makes it.
 */
public final class RetailOffer extends Event {

  /** The one type of this event. */
  public static final EventType<RetailOffer> MAKE = new EventType<>(Event.ANY, "RETAIL_DASHBOARD");

  private static final long serialVersionUID = 1L;

  /** Of what the dashboard is wanted. */
  public enum Of {
    /** The table in front, and what belongs to it. */
    FRONT,
    /** The demo share. */
    DEMO
  }

  private final Of what;

  /** Asks for it. */
  public RetailOffer(Of what) {
    super(MAKE);
    this.what = what;
  }

  /** {@return of what it is wanted} */
  public Of what() {
    return what;
  }
}
