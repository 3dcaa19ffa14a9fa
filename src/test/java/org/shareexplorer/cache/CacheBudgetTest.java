package org.shareexplorer.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.parquet.ByteRange;

class CacheBudgetTest {

  @TempDir Path folder;

  private static void keep(DataCache cache, int first, int count) {
    for (int i = first; i < first + count; i++) {
      byte[] part =
          cache.part(
              new FileKey(FileKey.digest("file " + i)),
              new ByteRange(0, 1_000),
              () -> new byte[1_000]);
      assertThat(part).hasSize(1_000);
    }
  }

  @Test
  void theUsualBudgetIsTenGigabytesOrATenthOfTheFreeDisk() {
    CacheBudget budget = new CacheBudget(folder.resolve("a/b"), OptionalLong::empty);
    long free = folder.toFile().getUsableSpace();
    assertThat(budget.getAsLong())
        .isEqualTo(budget.usual())
        .isPositive()
        .isLessThanOrEqualTo(10L << 30)
        .isLessThanOrEqualTo(free / 5);
  }

  @Test
  void whatWasChosenIsReadOnceAndChangedAtOnce() {
    AtomicInteger reads = new AtomicInteger();
    CacheBudget budget =
        new CacheBudget(
            folder,
            () -> {
              reads.incrementAndGet();
              return OptionalLong.of(7);
            });
    assertThat(budget.getAsLong()).isEqualTo(7);
    assertThat(budget.getAsLong()).isEqualTo(7);
    assertThat(reads).hasValue(1);
    budget.choose(OptionalLong.of(9));
    assertThat(budget.getAsLong()).isEqualTo(9);
    budget.choose(OptionalLong.empty());
    assertThat(budget.getAsLong()).isEqualTo(budget.usual());
    assertThat(reads).hasValue(1);
  }

  @Test
  void aSmallerBudgetHoldsAtOnceAndForWhatComes() {
    CacheBudget budget = new CacheBudget(folder, () -> OptionalLong.of(1_000_000));
    DataCache cache = new DataCache(folder, budget);
    keep(cache, 0, 50);
    assertThat(cache.size()).isGreaterThanOrEqualTo(50_000);
    budget.choose(OptionalLong.of(20_000));
    cache.trim();
    assertThat(cache.size()).isPositive().isLessThanOrEqualTo(20_000);
    budget.choose(OptionalLong.of(10_000));
    keep(cache, 50, 1);
    assertThat(cache.size()).isPositive().isLessThanOrEqualTo(10_000);
    keep(cache, 51, 60);
    assertThat(cache.size()).isPositive().isLessThanOrEqualTo(12_000);
  }
}
