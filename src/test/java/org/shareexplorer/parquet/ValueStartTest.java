package org.shareexplorer.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.values.deltalengthbytearray.DeltaLengthByteArrayValuesReader;
import org.apache.parquet.column.values.deltalengthbytearray.DeltaLengthByteArrayValuesWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Test;

/** An encoding that no writer at hand puts into files. */
class ValueStartTest {

  @Test
  void textsWhoseLengthsComeFirstAreCutWhereTheyEnd() throws IOException {
    Random random = new Random(1);
    int given = 0;
    for (int i = 0; i < 2_000; i++) {
      List<String> texts = texts(random);
      byte[] all = written(texts);
      int wanted = random.nextInt(texts.size() + 1);
      int there = random.nextInt(4) == 0 ? all.length : random.nextInt(all.length + 1);
      byte[] cut;
      try {
        cut =
            new ValueStart(
                    Types.required(PrimitiveTypeName.BINARY).named("text"),
                    new ByteCursor(Arrays.copyOf(all, there), 0, there),
                    wanted)
                .cut(Encoding.DELTA_LENGTH_BYTE_ARRAY)
                .toInputStream()
                .readAllBytes();
      } catch (TooShort e) {
        assertThat(there).isLessThan(all.length);
        continue;
      }
      given += there < all.length ? 1 : 0;
      assertThat(read(cut, wanted)).isEqualTo(texts.subList(0, wanted));
    }
    assertThat(given).isPositive();
  }

  private static List<String> texts(Random random) {
    List<String> texts = new ArrayList<>();
    int longest = 1 + random.nextInt(200);
    for (int i = random.nextInt(600); i >= 0; i--) {
      texts.add("x".repeat(random.nextInt(longest)) + i);
    }
    return texts;
  }

  private static byte[] written(List<String> texts) throws IOException {
    DeltaLengthByteArrayValuesWriter writer =
        new DeltaLengthByteArrayValuesWriter(1_000, 1_000, new HeapByteBufferAllocator());
    texts.forEach(text -> writer.writeBytes(Binary.fromString(text)));
    return writer.getBytes().toInputStream().readAllBytes();
  }

  private static List<String> read(byte[] bytes, int count) throws IOException {
    DeltaLengthByteArrayValuesReader reader = new DeltaLengthByteArrayValuesReader();
    reader.initFromPage(count, ByteBufferInputStream.wrap(ByteBuffer.wrap(bytes)));
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(reader.readBytes().toStringUsingUTF8());
    }
    return texts;
  }
}
