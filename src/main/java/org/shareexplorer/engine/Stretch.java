package org.shareexplorer.engine;

/**
 * Values that were counted together: all of their group from a least to a greatest one.
 *
 * @param number the stretch's number, by which the database knows it
 * @param count how many values there are, at least one
 * @param sum about their sum
 */
record Stretch(int number, long count, double sum, double least, double greatest) {

  /** {@return whether the value of each is known: they are all the same} */
  boolean single() {
    return least == greatest;
  }

  /** {@return a value among them that stands for them all} */
  double middle() {
    double mean = sum / count;
    return mean >= least && mean <= greatest ? mean : least / 2 + greatest / 2;
  }
}
