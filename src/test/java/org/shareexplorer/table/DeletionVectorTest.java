package org.shareexplorer.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roaringbitmap.longlong.Roaring64NavigableMap;
import org.shareexplorer.job.EndingJob;
import org.shareexplorer.job.Job;

class DeletionVectorTest {

  /** Rows 0, 2, 5 and 9, put together by hand from the format's description. */
  private static final byte[] CONTENT =
      HexFormat.of()
          .parseHex(
              "d1d33964"
                  + "0100000000000000"
                  + "00000000"
                  + "3a300000"
                  + "01000000"
                  + "00000300"
                  + "10000000"
                  + "0000020005000900");

  private static final byte[] FRAME =
      HexFormat.of().parseHex("00000028" + HexFormat.of().formatHex(CONTENT) + "11bc6196");

  private static final String INLINE = "^Bg9^0rr910000000000iXQKl0rr91000935c8Xg000621PO&e";

  @Test
  void aVectorMadeByHandIsRead() throws Exception {
    assertThat(DeletionVector.unframed(FRAME, 40)).isEqualTo(CONTENT);
    assertThat(DeletionVector.inline(INLINE, 40)).isEqualTo(CONTENT);
    DeletionVector vector = DeletionVector.of(CONTENT, 4, 12, Job.unattended());
    assertThat(vector.cardinality()).isEqualTo(4);
    assertThat(vector.rows()).toIterable().containsExactly(0L, 2L, 5L, 9L);
    assertThat(vector.left(0, 8)).containsExactly(1, 3, 4, 6, 7, 8, 10, 11);
    assertThat(vector.left(3, 2)).containsExactly(6, 7);
    assertThat(vector.deletes(5)).isTrue();
    assertThat(vector.deletes(6)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void rowsThatAreLeftAreThoseOfAPlainFilter(long seed) throws Exception {
    Random random = new Random(seed);
    int rows = 1 + random.nextInt(200_000);
    double share = random.nextDouble();
    int run = 1 + random.nextInt(5_000);
    boolean[] gone = new boolean[rows];
    for (int row = 0; row < rows; row += run) {
      Arrays.fill(gone, row, Math.min(rows, row + run), random.nextDouble() < share);
    }
    long[] deleted = LongStream.range(0, rows).filter(row -> gone[(int) row]).toArray();
    long[] left = LongStream.range(0, rows).filter(row -> !gone[(int) row]).toArray();
    DeletionVector vector =
        DeletionVector.of(content(deleted), deleted.length, rows, Job.unattended());
    for (int i = 0; i < 20 && left.length > 0; i++) {
      int first = random.nextInt(left.length);
      int count = random.nextInt(Math.min(2_000, left.length - first) + 1);
      assertThat(vector.left(first, count))
          .isEqualTo(Arrays.copyOfRange(left, first, first + count));
    }
  }

  @Test
  void rowsBeyondTheFirstFourBillionAreKnown() throws Exception {
    long far = (3L << 32) + 17;
    DeletionVector vector = DeletionVector.of(content(5, far), 2, far + 2, Job.unattended());
    assertThat(vector.deletes(far)).isTrue();
    assertThat(vector.left(far - 2, 2)).containsExactly(far - 1, far + 1);
  }

  @Test
  void whoeverGivesUpALongListEndsItsDecoding() throws Exception {
    long[] rows = LongStream.range(0, 1_000_000).map(i -> 3 * i).toArray();
    byte[] content = content(rows);
    EndingJob all = EndingJob.never();
    assertThat(DeletionVector.of(content, rows.length, 3_000_000, all).cardinality())
        .isEqualTo(rows.length);
    assertThat(all.looks()).isGreaterThan(rows.length >> 16);
    for (int last : new int[] {2, all.looks() - 1}) {
      EndingJob given = new EndingJob(last);
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> DeletionVector.of(content, rows.length, 3_000_000, given));
      assertThat(given.looks()).isEqualTo(last);
    }
  }

  @Test
  void whatIsNotAsTheTableSaysIsRefused() {
    refused("length", () -> DeletionVector.unframed(FRAME, 39));
    refused("length", () -> DeletionVector.unframed(Arrays.copyOf(FRAME, 47), 40));
    refused("length", () -> DeletionVector.framed(Integer.MAX_VALUE));
    refused("length", () -> DeletionVector.inline(INLINE, 36));
    refused("length", () -> DeletionVector.inline(INLINE, 41));
    refused("decoded", () -> DeletionVector.inline(INLINE.substring(1), 40));
    refused("decoded", () -> DeletionVector.inline("~" + INLINE.substring(1), 40));
    refused("decoded", () -> DeletionVector.inline("#####", 4));
    byte[] flipped = FRAME.clone();
    flipped[30] ^= 1;
    refused("checksum", () -> DeletionVector.unframed(flipped, 40));
    refused("not delete as many", () -> DeletionVector.of(CONTENT, 3, 12, Job.unattended()));
    refused("not delete as many", () -> DeletionVector.of(CONTENT, 5, 12, Job.unattended()));
    refused("more rows than", () -> DeletionVector.of(CONTENT, 4, 3, Job.unattended()));
    refused("does not have", () -> DeletionVector.of(CONTENT, 4, 9, Job.unattended()));
    refused(
        "decoded", () -> DeletionVector.of(Arrays.copyOf(CONTENT, 38), 4, 12, Job.unattended()));
    refused("length", () -> DeletionVector.of(Arrays.copyOf(CONTENT, 41), 4, 12, Job.unattended()));
    refused("form", () -> DeletionVector.of(new byte[0], 0, 12, Job.unattended()));
    byte[] magic = CONTENT.clone();
    magic[0]--;
    refused("form", () -> DeletionVector.of(magic, 4, 12, Job.unattended()));
    byte[] order = CONTENT.clone();
    order[32] = 5;
    order[36] = 0;
    refused("order", () -> DeletionVector.of(order, 4, 12, Job.unattended()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void bytesAtRandomAreRefusedOrAreWhatTheySay(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = CONTENT.clone();
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt();
      }
      try {
        DeletionVector vector = DeletionVector.of(bytes, 4, 1_000_000, Job.unattended());
        List<Long> rows = new ArrayList<>();
        vector.rows().forEachRemaining((long row) -> rows.add(row));
        assertThat(rows).hasSize(4).isSorted().doesNotHaveDuplicates();
      } catch (DeletionVector.Malformed e) {
        assertThat(e).hasMessageStartingWith("It");
      }
    }
  }

  @FunctionalInterface
  private interface Decoding {
    Object result() throws DeletionVector.Malformed;
  }

  private static void refused(String words, Decoding decoding) {
    assertThatExceptionOfType(DeletionVector.Malformed.class)
        .isThrownBy(decoding::result)
        .withMessageContaining(words);
  }

  private static byte[] content(long... rows) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(HexFormat.of().parseHex("d1d33964"));
    Roaring64NavigableMap map = Roaring64NavigableMap.bitmapOf(rows);
    map.runOptimize();
    map.serializePortable(out);
    return bytes.toByteArray();
  }
}
