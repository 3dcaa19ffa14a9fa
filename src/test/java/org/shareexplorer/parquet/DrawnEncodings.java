package org.shareexplorer.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.bytestreamsplit.ByteStreamSplitValuesWriter;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForInteger;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForLong;
import org.apache.parquet.column.values.deltalengthbytearray.DeltaLengthByteArrayValuesWriter;
import org.apache.parquet.column.values.deltastrings.DeltaByteArrayWriter;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter;
import org.apache.parquet.column.values.factory.ValuesWriterFactory;
import org.apache.parquet.column.values.fallback.FallbackValuesWriter;
import org.apache.parquet.column.values.plain.BooleanPlainValuesWriter;
import org.apache.parquet.column.values.plain.FixedLenByteArrayPlainValuesWriter;
import org.apache.parquet.column.values.plain.PlainValuesWriter;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridValuesWriter;

/** Draws an encoding for each column by lot, out of all that its type allows. */
final class DrawnEncodings implements ValuesWriterFactory {

  private static final int BUFFER = 64;
  private static final int PAGE = 1 << 20;

  /** Short enough that some columns outgrow their dictionaries in the middle of a chunk. */
  private static final int DICTIONARY = 4_000;

  private final ByteBufferAllocator memory = HeapByteBufferAllocator.getInstance();
  private final Random random;
  private boolean old;

  DrawnEncodings(Random random) {
    this.random = random;
  }

  @Override
  public void initialize(ParquetProperties properties) {
    old = properties.getWriterVersion() == WriterVersion.PARQUET_1_0;
  }

  @Override
  public ValuesWriter newValuesWriter(ColumnDescriptor column) {
    List<Supplier<ValuesWriter>> all = writers(column);
    return all.get(random.nextInt(all.size())).get();
  }

  private List<Supplier<ValuesWriter>> writers(ColumnDescriptor column) {
    int width = column.getPrimitiveType().getTypeLength();
    Supplier<ValuesWriter> plain = () -> new PlainValuesWriter(BUFFER, PAGE, memory);
    Supplier<ValuesWriter> plainFixed =
        () -> new FixedLenByteArrayPlainValuesWriter(width, BUFFER, PAGE, memory);
    Supplier<ValuesWriter> prefixes = () -> new DeltaByteArrayWriter(BUFFER, PAGE, memory);
    List<Supplier<ValuesWriter>> writers = new ArrayList<>();
    switch (column.getPrimitiveType().getPrimitiveTypeName()) {
      case BOOLEAN -> {
        writers.add(BooleanPlainValuesWriter::new);
        writers.add(() -> new RunLengthBitPackingHybridValuesWriter(1, BUFFER, PAGE, memory));
        return writers;
      }
      case INT32 -> {
        writers.add(plain);
        writers.add(() -> new DeltaBinaryPackingValuesWriterForInteger(BUFFER, PAGE, memory));
        writers.add(() ->
            new ByteStreamSplitValuesWriter.IntegerByteStreamSplitValuesWriter(
                BUFFER, PAGE, memory));
      }
      case INT64 -> {
        writers.add(plain);
        writers.add(() -> new DeltaBinaryPackingValuesWriterForLong(BUFFER, PAGE, memory));
        writers.add(() ->
            new ByteStreamSplitValuesWriter.LongByteStreamSplitValuesWriter(BUFFER, PAGE, memory));
      }
      case FLOAT -> {
        writers.add(plain);
        writers.add(() ->
            new ByteStreamSplitValuesWriter.FloatByteStreamSplitValuesWriter(BUFFER, PAGE, memory));
      }
      case DOUBLE -> {
        writers.add(plain);
        writers.add(() ->
            new ByteStreamSplitValuesWriter.DoubleByteStreamSplitValuesWriter(
                BUFFER, PAGE, memory));
      }
      case BINARY -> {
        writers.add(plain);
        writers.add(prefixes);
        writers.add(() -> new DeltaLengthByteArrayValuesWriter(BUFFER, PAGE, memory));
      }
      case INT96 ->
          writers.add(() -> new FixedLenByteArrayPlainValuesWriter(12, BUFFER, PAGE, memory));
      case FIXED_LEN_BYTE_ARRAY -> {
        writers.add(plainFixed);
        writers.add(prefixes);
        writers.add(() ->
            new ByteStreamSplitValuesWriter.FixedLenByteArrayByteStreamSplitValuesWriter(
                width, BUFFER, PAGE, memory));
      }
    }
    Supplier<ValuesWriter> fallback = writers.get(random.nextInt(writers.size()));
    writers.add(() -> FallbackValuesWriter.of(dictionary(column), fallback.get()));
    return writers;
  }

  @SuppressWarnings("deprecation") // old files have the old encoding
  private DictionaryValuesWriter dictionary(ColumnDescriptor column) {
    Encoding data = old ? Encoding.PLAIN_DICTIONARY : Encoding.RLE_DICTIONARY;
    Encoding page = old ? Encoding.PLAIN_DICTIONARY : Encoding.PLAIN;
    return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
      case INT32 ->
          new DictionaryValuesWriter.PlainIntegerDictionaryValuesWriter(
              DICTIONARY, data, page, memory);
      case INT64 ->
          new DictionaryValuesWriter.PlainLongDictionaryValuesWriter(
              DICTIONARY, data, page, memory);
      case FLOAT ->
          new DictionaryValuesWriter.PlainFloatDictionaryValuesWriter(
              DICTIONARY, data, page, memory);
      case DOUBLE ->
          new DictionaryValuesWriter.PlainDoubleDictionaryValuesWriter(
              DICTIONARY, data, page, memory);
      case BINARY ->
          new DictionaryValuesWriter.PlainBinaryDictionaryValuesWriter(
              DICTIONARY, data, page, memory);
      case INT96 ->
          new DictionaryValuesWriter.PlainFixedLenArrayDictionaryValuesWriter(
              DICTIONARY, 12, data, page, memory);
      case FIXED_LEN_BYTE_ARRAY ->
          new DictionaryValuesWriter.PlainFixedLenArrayDictionaryValuesWriter(
              DICTIONARY, column.getPrimitiveType().getTypeLength(), data, page, memory);
      case BOOLEAN -> throw new IllegalArgumentException("no dictionaries of booleans");
    };
  }
}
