package org.shareexplorer.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shareexplorer.engine.Pruning.Candidate;
import org.shareexplorer.engine.Pruning.Candidate.Part;
import org.shareexplorer.job.Job;
import org.shareexplorer.parquet.RowGroupBounds;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;

/**
 * Picks a few row groups from all over a table. They are whole, so that no more is read or fetched
 * than what is looked at; rows beside each other may be more alike than any, which is why an answer
 * about them stands for a moment only.
 */
final class Glimpse {

  /** So many row groups, if they are not large. */
  private static final int GROUPS = 8;

  /** One alone would stand for all. */
  private static final int LEAST_GROUPS = 2;

  /** About so many rows are looked at in a tenth of a second. */
  private static final long ROWS = 1_500_000;

  /** A look at a larger part of all would not be a short one. */
  private static final int LEAST_SHARE = 4;

  private Glimpse() {}

  /**
   * {@return the files that the row groups are in, each with those alone}
   *
   * @param candidates files that may have rows that count
   */
  static List<Candidate> of(List<Candidate> candidates, TableFiles files, Job job) {
    int size = Math.min(candidates.size(), GROUPS);
    List<Pick> picked = new ArrayList<>();
    long all = 0;
    for (Candidate candidate : even(candidates, size)) {
      List<Part> parts = parts(candidate, files, job);
      all += parts.stream().mapToLong(part -> part.group().rows()).sum();
      even(parts, (GROUPS + size - 1) / size)
          .forEach(part -> picked.add(new Pick(candidate, part)));
    }
    long rows = Math.max(1, rows(picked));
    List<Pick> few = even(picked, Math.clamp(ROWS * picked.size() / rows, LEAST_GROUPS, GROUPS));
    if (rows(few) * size * LEAST_SHARE > all * candidates.size()) {
      throw new Problem(
              ProblemCode.QUESTION,
              "There is no first look at this table.",
              "It consists of few parts.",
              "Wait for all rows to be looked at.")
          .asException();
    }
    return few.stream().map(Pick::candidate).distinct().map(file -> only(file, few)).toList();
  }

  /** A row group of a file. */
  private record Pick(Candidate candidate, Part part) {}

  private static Candidate only(Candidate file, List<Pick> picked) {
    List<Part> parts =
        picked.stream().filter(pick -> pick.candidate().equals(file)).map(Pick::part).toList();
    return new Candidate(file.number(), Optional.of(parts), file.certain());
  }

  private static List<Part> parts(Candidate candidate, TableFiles files, Job job) {
    return candidate
        .groups()
        .orElseGet(() ->
            RowGroupBounds.of(files.open(candidate.number(), job).footer()).stream()
                .map(group -> new Part(group, candidate.certain(), Optional.empty()))
                .toList());
  }

  private static long rows(List<Pick> picked) {
    return picked.stream().mapToLong(pick -> pick.part().group().rows()).sum();
  }

  /** So many of a list, each from the middle of an equal part of it. */
  private static <T> List<T> even(List<T> all, int count) {
    int size = all.size();
    return size <= count
        ? all
        : IntStream.range(0, count)
            .mapToObj(i -> all.get((int) ((2L * i + 1) * size / (2L * count))))
            .toList();
  }
}
