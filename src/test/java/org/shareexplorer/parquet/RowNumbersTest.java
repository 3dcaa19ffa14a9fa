package org.shareexplorer.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Row numbers count as a sorted set does. */
class RowNumbersTest {

  private static long[] all(RowNumbers numbers) {
    return LongStream.range(0, numbers.count()).map(i -> numbers.at((int) i)).toArray();
  }

  @Test
  void partsAndNeighboursAreThoseOfASortedSet() {
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      TreeSet<Long> set = new TreeSet<>();
      long base = random.nextInt(3) == 0 ? 1L << 40 : 0;
      for (int j = 0; j < random.nextInt(30); j++) {
        set.add(base + random.nextInt(60));
      }
      RowNumbers numbers = RowNumbers.of(set.stream().mapToLong(Long::longValue).toArray());
      long first = base + random.nextInt(60);
      long end = first + random.nextInt(60);
      assertThat(numbers.end()).isEqualTo(set.isEmpty() ? 0 : set.last() + 1);
      assertThat(numbers.before(first)).isEqualTo(set.headSet(first).size());
      assertThat(numbers.anyWithin(first, end)).isEqualTo(!set.subSet(first, end).isEmpty());
      assertThat(all(numbers.within(first, end)))
          .isEqualTo(set.subSet(first, end).stream().mapToLong(row -> row - first).toArray());
      if (set.ceiling(first) != null) {
        assertThat(numbers.firstFrom(first)).isEqualTo(set.ceiling(first));
      }
      if (set.lower(first) != null) {
        assertThat(numbers.lastBefore(first)).isEqualTo(set.lower(first));
      }
      int from = random.nextInt(set.size() + 1);
      int to = from + random.nextInt(set.size() - from + 1);
      assertThat(all(numbers.part(from, to)))
          .isEqualTo(set.stream().mapToLong(Long::longValue).skip(from).limit(to - from).toArray());
    }
  }

  @Test
  void rowsThatDoNotAscendAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> RowNumbers.of(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> RowNumbers.of(3, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> RowNumbers.of(5, 3));
  }
}
