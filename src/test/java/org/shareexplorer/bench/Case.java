package org.shareexplorer.bench;

import java.util.List;

/**
 * One row of what is to be reached, and the ways to get there that are compared.
 *
 * @param id names the case at the command line
 * @param title what is done, for a person
 * @param reach what is to be reached, for a person
 * @param tables the tables it reads, from {@link BenchTables}
 * @param ways ours first
 */
record Case(String id, String title, String reach, List<String> tables, List<Way> ways) {

  /** Does it once, in a process of its own. */
  @FunctionalInterface
  interface Doing {
    Box.Run in(Box box) throws Exception;
  }

  /**
   * A way.
   *
   * @param runs how many runs the median is of
   * @param slow whether it takes its time by nature: it fetches whole files, or a list of very many
   */
  record Way(String name, int runs, boolean slow, Doing doing) {

    /** A way that takes seconds. */
    Way(String name, int runs, Doing doing) {
      this(name, runs, false, doing);
    }

    /** {@return a way that takes minutes, and is run once} */
    static Way slow(String name, Doing doing) {
      return new Way(name, 1, true, doing);
    }
  }

  Way way(String name) {
    return ways.stream().filter(way -> way.name.equals(name)).findFirst().orElseThrow();
  }
}
