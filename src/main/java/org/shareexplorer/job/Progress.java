package org.shareexplorer.job;

/**
 * How far a job is.
 *
 * @param doing what it does now, for a person: "Reading 12 files"
 * @param fraction from 0 to 1, or NaN where the end is not known
 */
public record Progress(String doing, double fraction) {

  /** Progress without a known end. */
  public static Progress of(String doing) {
    return new Progress(doing, Double.NaN);
  }

  /** Progress of a counted whole; a whole of zero counts as done. */
  public static Progress of(String doing, long done, long whole) {
    return new Progress(doing, whole <= 0 ? 1 : Math.clamp((double) done / whole, 0, 1));
  }

  /** {@return whether the end is known} */
  public boolean known() {
    return !Double.isNaN(fraction);
  }
}
