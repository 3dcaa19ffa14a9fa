package org.shareexplorer.ui.sql;

import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import org.shareexplorer.engine.sql.SqlTable;

/** Asks the window to open a page that joins tables. */
public final class JoinWanted extends Event {

  /** The one type of this event. */
  public static final EventType<JoinWanted> JOIN_WANTED = new EventType<>(Event.ANY, "JOIN_WANTED");

  private static final long serialVersionUID = 1L;

  private final transient List<SqlTable> tables;

  /** Asks for a page with these tables chosen; none need be. */
  public JoinWanted(List<SqlTable> tables) {
    super(JOIN_WANTED);
    this.tables = List.copyOf(tables);
  }

  /** {@return the tables to begin with} */
  public List<SqlTable> tables() {
    return tables;
  }
}
