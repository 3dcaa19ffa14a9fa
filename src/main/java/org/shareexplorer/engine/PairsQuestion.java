package org.shareexplorer.engine;

import org.shareexplorer.engine.HistogramQuestion.Scale;

/**
 * How do the values of two numeric columns go together?
 *
 * @param x the column across
 * @param y the column up
 * @param acrossScale the scale across; a logarithmic one has a place for values above zero only
 * @param upScale the scale up
 * @param mostPoints how many points are told one by one; where there are more, they are counted
 *     into hexagons
 * @param hexagons how many hexagons lie side by side across
 */
public record PairsQuestion(
    String x, String y, Scale acrossScale, Scale upScale, int mostPoints, int hexagons)
    implements Question<Pairs> {}
