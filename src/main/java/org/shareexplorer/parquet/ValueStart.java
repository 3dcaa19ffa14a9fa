package org.shareexplorer.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesReader;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * The first values of a page, cut out as values of a smaller page (Parquet format, "Encodings").
 * What they take is counted, not guessed, so that bytes that are not there cannot become values.
 */
final class ValueStart {

  private final PrimitiveType type;
  private final ByteCursor in;
  private final int count;

  /**
   * Looks at a page's values.
   *
   * @param in where they begin; may end too early
   * @param count how many are wanted, nulls not counted
   */
  ValueStart(PrimitiveType type, ByteCursor in, int count) {
    this.type = type;
    this.in = in;
    this.count = count;
  }

  /**
   * {@return the values, and none more that could be done without}
   *
   * @throws TooShort if some are missing, or the encoding mixes first and last values
   */
  BytesInput cut(Encoding encoding) {
    return switch (encoding) {
      case PLAIN -> plain();
      case PLAIN_DICTIONARY, RLE_DICTIONARY -> numbersOfDictionary();
      case RLE -> booleans();
      case DELTA_BINARY_PACKED -> BytesInput.from(new DeltaStart(in).first(count));
      case DELTA_LENGTH_BYTE_ARRAY -> texts();
      case DELTA_BYTE_ARRAY -> {
        byte[] shared = new DeltaStart(in).firstOfAll(count);
        yield BytesInput.concat(BytesInput.from(shared), texts());
      }
      default -> throw new TooShort();
    };
  }

  private BytesInput plain() {
    int from = in.at();
    skipPlain(type, in, count);
    return BytesInput.from(in.since(from));
  }

  /** Passes over plain values. */
  static void skipPlain(PrimitiveType type, ByteCursor in, int count) {
    if (type.getPrimitiveTypeName() == PrimitiveTypeName.BINARY) {
      for (int i = 0; i < count; i++) {
        in.skip(in.fourBytes());
      }
    } else {
      in.skip(Math.ceilDiv((long) count * bits(type), Byte.SIZE));
    }
  }

  private static int bits(PrimitiveType type) {
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> 1;
      case INT32, FLOAT -> 32;
      case INT64, DOUBLE -> 64;
      case INT96 -> 96;
      case FIXED_LEN_BYTE_ARRAY -> Math.multiplyExact(type.getTypeLength(), Byte.SIZE);
      case BINARY -> throw new IllegalArgumentException("of no fixed width");
    };
  }

  private BytesInput numbersOfDictionary() {
    int from = in.at();
    if (count > 0) {
      skipRuns(in.next());
    }
    return BytesInput.from(in.since(from));
  }

  private BytesInput booleans() {
    var _ = in.fourBytes();
    int from = in.at();
    skipRuns(1);
    byte[] runs = in.since(from);
    return BytesInput.concat(BytesInput.fromInt(runs.length), BytesInput.from(runs));
  }

  /** Passes over runs of equal numbers, or of packed ones (Parquet encoding RLE). */
  private void skipRuns(int width) {
    for (long passed = 0; passed < count; ) {
      int header = in.varint();
      int length = header >>> 1;
      if (length == 0) {
        throw new TooShort();
      }
      if ((header & 1) == 0) {
        in.skip(Math.ceilDiv(width, Byte.SIZE));
        passed += length;
      } else {
        long groups = Math.min(length, Math.ceilDiv(count - passed, 8L));
        in.skip(groups * width);
        passed += groups * 8;
      }
    }
  }

  private BytesInput texts() {
    byte[] lengths = new DeltaStart(in).firstOfAll(count);
    int from = in.at();
    in.skip(sum(lengths));
    return BytesInput.concat(BytesInput.from(lengths), BytesInput.from(in.since(from)));
  }

  private long sum(byte[] lengths) {
    DeltaBinaryPackingValuesReader reader = new DeltaBinaryPackingValuesReader();
    try {
      reader.initFromPage(count, ByteBufferInputStream.wrap(ByteBuffer.wrap(lengths)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += Math.max(0, reader.readInteger());
    }
    return sum;
  }
}
