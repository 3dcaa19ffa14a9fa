package org.shareexplorer.engine;

/**
 * How are a numeric column's values spread?
 *
 * @param column a numeric column
 * @param bins how the range is cut
 * @param scale whether bins are of equal width on a linear or on a logarithmic axis
 * @param density whether a density curve is wanted as well
 */
public record HistogramQuestion(String column, Bins bins, Scale scale, boolean density)
    implements Question<Histogram> {

  /** How the range from the least to the greatest value is cut. */
  public sealed interface Bins {

    /** So many bins of equal width; the last one includes its upper edge, as numpy's does. */
    record Count(int count) implements Bins {}

    /**
     * Bins of this width, their edges at its multiples; on a logarithmic scale, of this many
     * decades.
     */
    record Width(double width) implements Bins {}

    /**
     * A bin for each whole number, reaching up to the next one, if the greatest value is above the
     * least by no more than so many; else so many of equal width. For columns of integers on a
     * linear scale, where bins narrower than 1 would be empty in between, and the last of bins as
     * wide as 1 would hold two numbers. Bins of single numbers have no density curve.
     */
    record Whole(int most) implements Bins {}
  }

  /** The axis on which bins are of equal width. */
  public enum Scale {
    /** Equal differences. */
    LINEAR,
    /** Equal ratios; values of zero and below have no place on it and are counted apart. */
    LOG
  }
}
