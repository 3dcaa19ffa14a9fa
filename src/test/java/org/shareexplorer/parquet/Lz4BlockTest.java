package org.shareexplorer.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.airlift.compress.lz4.Lz4Compressor;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Lz4BlockTest {

  private static byte[] compressed(byte[] plain) {
    Lz4Compressor lz4 = new Lz4Compressor();
    byte[] out = new byte[lz4.maxCompressedLength(plain.length)];
    return Arrays.copyOf(out, lz4.compress(plain, 0, plain.length, out, 0, out.length));
  }

  @Test
  void expandsWhatAnotherCompressorMade() {
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      byte[] plain = new byte[random.nextInt(100_000)];
      int distinct = 1 + random.nextInt(6);
      for (int at = 0; at < plain.length; at++) {
        // Long runs, short repetitions and noise.
        plain[at] =
            random.nextInt(20) == 0
                ? (byte) random.nextInt()
                : at < distinct ? (byte) at : plain[at - distinct];
      }
      byte[] packed = compressed(plain);
      assertThat(new Lz4Block(packed, 0, packed.length).expanded(plain.length)).isEqualTo(plain);
    }
  }

  @Test
  void refusesWhatIsCutOffOrOfAnotherSize() {
    byte[] plain = new byte[10_000];
    new Random(2).nextBytes(plain);
    Arrays.fill(plain, 100, 5_000, (byte) 7);
    byte[] packed = compressed(plain);
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> new Lz4Block(packed, 0, packed.length).expanded(9_999));
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> new Lz4Block(packed, 0, packed.length).expanded(10_001));
    for (int length = 0; length < packed.length; length += 37) {
      int cut = length;
      assertThatExceptionOfType(RuntimeException.class)
          .isThrownBy(() -> new Lz4Block(packed, 0, cut).expanded(plain.length));
    }
  }
}
