package org.shareexplorer.table;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/**
 * A table's files, of which there may be hundreds of thousands: all but the first are kept packed
 * and are unpacked some at a time, so that going through them in order is cheap. Sums are at hand
 * without that. Immutable and thread-safe.
 */
public final class FileList extends AbstractList<DataFile> implements RandomAccess {

  /** Most tables have fewer files, and theirs are not packed at all. */
  static final int PLAIN = 2_000;

  private static final int BLOCK = 128;
  private static final int UNPACKED = 8;
  private static final long UNKNOWN = -1;

  private final List<DataFile> first;
  private final List<FileBlock> blocks;
  private final List<DataFile> last;
  private final long[] rows;
  private final Sums sums;
  private final Optional<StatisticsFold> folded;

  private final Map<Integer, List<DataFile>> unpacked =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<DataFile>> eldest) {
          return size() > UNPACKED;
        }
      };

  /**
   * What all files are together.
   *
   * @param bytes of all
   * @param largest bytes of the largest
   * @param withDeletions how many have deleted rows
   */
  public record Sums(long bytes, long largest, int withDeletions) {

    private Sums plus(DataFile file) {
      return new Sums(
          bytes + file.size(),
          Math.max(largest, file.size()),
          withDeletions + (file.deletionVector().isPresent() ? 1 : 0));
    }
  }

  private FileList(
      List<DataFile> first,
      List<FileBlock> blocks,
      List<DataFile> last,
      long[] rows,
      Sums sums,
      Optional<StatisticsFold> folded) {
    this.first = first;
    this.blocks = blocks;
    this.last = last;
    this.rows = rows;
    this.sums = sums;
    this.folded = folded;
  }

  /** {@return the same files; themselves, if they are such a list already} */
  public static FileList of(List<DataFile> files) {
    if (files instanceof FileList list) {
      return list;
    }
    Builder builder = new Builder(Optional.empty());
    files.forEach(builder::add);
    return builder.build();
  }

  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public DataFile get(int number) {
    if (number < first.size()) {
      return first.get(number);
    }
    int packed = number - first.size();
    if (packed >= blocks.size() * BLOCK) {
      return last.get(packed - blocks.size() * BLOCK);
    }
    int block = packed / BLOCK;
    List<DataFile> files;
    synchronized (unpacked) {
      files = unpacked.computeIfAbsent(block, wanted -> blocks.get(wanted).files());
    }
    return files.get(packed % BLOCK);
  }

  /**
   * {@return what the statistics of all files but the last few say, if that was put together; not
   * to be added to}
   */
  Optional<StatisticsFold> folded() {
    return folded;
  }

  /** {@return the numbers of the other files} */
  IntStream notFolded() {
    boolean some = folded.isPresent() && size() > PLAIN;
    return IntStream.range(some ? size() - last.size() : 0, size());
  }

  /** {@return the sums over all files} */
  public Sums sums() {
    return sums;
  }

  /**
   * {@return rows in a file, deletions taken off, if its statistics say so and make sense: {@link
   * DataFile#rowsLeft} without unpacking}
   */
  public OptionalLong rowsLeft(int number) {
    return rows[number] == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(rows[number]);
  }

  /** {@return rows in all files, if each file's statistics say so} */
  public OptionalLong rowsLeft() {
    long sum = 0;
    for (long count : rows) {
      if (count == UNKNOWN) {
        return OptionalLong.empty();
      }
      sum += count;
    }
    return OptionalLong.of(sum);
  }

  /**
   * Puts a list together. What is packed has its statistics taken in before, if that is wanted:
   * unpacking it all for them would take a minute. Not thread-safe.
   */
  static final class Builder {

    private final List<DataFile> first = new ArrayList<>();
    private final List<FileBlock> blocks = new ArrayList<>();
    private final List<DataFile> last = new ArrayList<>();
    private long[] rows = new long[64];
    private int count;
    private Sums sums = new Sums(0, 0, 0);
    private final Optional<StatisticsFold> fold;

    /**
     * Begins a list.
     *
     * @param fold takes in the statistics of the files that are packed; changed by this
     */
    Builder(Optional<StatisticsFold> fold) {
      this.fold = fold;
    }

    /** Adds a file. */
    void add(DataFile file) {
      if (count == rows.length) {
        rows = Arrays.copyOf(rows, 2 * count);
      }
      rows[count++] = file.rowsLeft().orElse(UNKNOWN);
      sums = sums.plus(file);
      if (count <= PLAIN) {
        first.add(file);
        return;
      }
      if (count == PLAIN + 1) {
        fold.ifPresent(statistics -> first.forEach(statistics::add));
      }
      last.add(file);
      if (last.size() == BLOCK) {
        fold.ifPresent(statistics -> last.forEach(statistics::add));
        blocks.add(FileBlock.of(last));
        last.clear();
      }
    }

    /** {@return how many files there are so far} */
    int size() {
      return count;
    }

    /** {@return the files so far} */
    FileList build() {
      return new FileList(
          List.copyOf(first),
          List.copyOf(blocks),
          List.copyOf(last),
          Arrays.copyOf(rows, count),
          sums,
          fold.map(StatisticsFold::copy));
    }
  }
}
