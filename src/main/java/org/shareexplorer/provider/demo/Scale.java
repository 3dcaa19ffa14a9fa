package org.shareexplorer.provider.demo;

/**
 * How much data is made.
 *
 * @param customers rows of the table customers, at least 100
 * @param sales rows of the table sales_transactions
 * @param trips rows of the table trips
 */
public record Scale(int customers, int sales, int trips) {

  /** The demo share as people see it. */
  public static final Scale FULL = new Scale(1_000, 50_000, 2_000_000);
}
