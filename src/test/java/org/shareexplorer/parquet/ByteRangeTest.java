package org.shareexplorer.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteRangeTest {

  @Test
  void joinedRangesHoldTheSameBytesAndAreApart() {
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      List<ByteRange> ranges = new ArrayList<>();
      BitSet wanted = new BitSet();
      for (int j = 0; j < random.nextInt(10); j++) {
        ByteRange range = new ByteRange(random.nextInt(300), random.nextInt(40));
        ranges.add(range);
        wanted.set((int) range.offset(), (int) range.end());
      }
      BitSet exact = new BitSet();
      for (ByteRange range : ByteRange.joined(ranges, 0)) {
        exact.set((int) range.offset(), (int) range.end());
      }
      assertThat(exact).isEqualTo(wanted);
      int gap = random.nextInt(20);
      long last = -1_000;
      BitSet wide = new BitSet();
      for (ByteRange range : ByteRange.joined(ranges, gap)) {
        assertThat(range.offset()).isGreaterThan(last + gap);
        last = range.end();
        wide.set((int) range.offset(), (int) range.end());
      }
      wanted.andNot(wide);
      assertThat(wanted.isEmpty()).isTrue();
    }
  }

  @Test
  void partsFollowEachOtherAndAreShortEnough() {
    Random random = new Random(2);
    for (int i = 0; i < 500; i++) {
      ByteRange range = new ByteRange(random.nextInt(100), 1 + random.nextInt(1_000));
      int most = 1 + random.nextInt(100);
      long at = range.offset();
      for (ByteRange part : range.parts(most)) {
        assertThat(part.offset()).isEqualTo(at);
        assertThat(part.length()).isBetween(1L, (long) most);
        at = part.end();
      }
      assertThat(at).isEqualTo(range.end());
    }
    ByteRange huge = new ByteRange(4, Long.MAX_VALUE - 4);
    assertThat(huge.parts(Long.MAX_VALUE / 3).getLast().end()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void impossibleRangesAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ByteRange(-1, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new ByteRange(1, -5));
    assertThatIllegalArgumentException().isThrownBy(() -> new ByteRange(5, Long.MAX_VALUE));
  }
}
