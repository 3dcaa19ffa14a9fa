package org.shareexplorer.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExtentsTest {

  @Test
  void partsOfAFileGiveWhatTheyHoldAndNothingElse() {
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 3_000; i++) {
      byte[] file = new byte[100];
      random.nextBytes(file);
      BitSet held = new BitSet();
      Map<Long, byte[]> parts = new HashMap<>();
      for (int j = 0; j < random.nextInt(12); j++) {
        int from = random.nextInt(file.length);
        int to = from + random.nextInt(Math.min(40, file.length - from) + 1);
        // Where two begin alike, the later one counts.
        byte[] before = parts.put((long) from, Arrays.copyOfRange(file, from, to));
        if (before != null && before.length > to - from) {
          parts.put((long) from, before);
        }
        held.set(from, to);
      }
      int from = random.nextInt(file.length);
      int to = from + random.nextInt(Math.min(30, file.length - from) + 1);
      ByteRange wanted = new ByteRange(from, to - from);
      if (held.nextClearBit(from) >= to) {
        byte[] expected = Arrays.copyOfRange(file, from, to);
        assertThat(new Extents(parts).bytes(wanted)).isEqualTo(expected);
        assertThat(new Extents(parts).view(wanted)).isEqualTo(ByteBuffer.wrap(expected));
      } else {
        assertThatIllegalArgumentException().isThrownBy(() -> new Extents(parts).bytes(wanted));
        assertThatIllegalArgumentException().isThrownBy(() -> new Extents(parts).view(wanted));
        refused++;
      }
    }
    assertThat(refused).isBetween(300, 2_700);
  }
}
