package org.shareexplorer.engine;

import java.util.List;

/**
 * How do numeric columns go together, two by two?
 *
 * @param columns numeric columns, at most {@link #MOST}
 */
public record CorrelationQuestion(List<String> columns) implements Question<Correlations> {

  /** More columns make more pairs than can be read. */
  public static final int MOST = 30;

  /** Copies its list. */
  public CorrelationQuestion {
    columns = List.copyOf(columns);
  }
}
